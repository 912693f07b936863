import { producerOf } from "./id-producers";
import type { LandingZone } from "./model";
import type { StackSpec } from "./stacks";

/** One thing a stack waits for. `producer` is the stack that makes it; undefined for a range, which Landfall records. */
export interface Need {
  readonly what: string;
  readonly producer: string | undefined;
}

/** What must be locked before the stack can be synthesised: empty when it is ready. */
export function waitingFor(zone: LandingZone, stack: StackSpec): readonly Need[] {
  const ids = [...new Set(stack.needs)]
    .filter((key) => !zone.ids.has(key))
    .map((key): Need => ({ what: key, producer: producerOf(key) }));
  return stack.lacksRange ? [...ids, { what: `range of ${stack.account.name}`, producer: undefined }] : ids;
}

/** One line for people: which ids a stack waits for, grouped by the stack that makes them. */
export function describeWaiting(zone: LandingZone, stack: StackSpec): string {
  const groups = new Map<string, string[]>();
  for (const { what, producer } of waitingFor(zone, stack)) {
    const source = producer === undefined ? "`landfall deploy` records it" : `stack ${producer} makes it`;
    groups.set(source, [...(groups.get(source) ?? []), what]);
  }
  const reasons = [...groups].map(([source, what]) => `${shorten(what)} (${source})`);
  return `${stack.id} is not ready; it waits for ${reasons.join("; ")}`;
}

const namedAtMost = 4;

function shorten(what: readonly string[]): string {
  const rest = what.length - namedAtMost;
  return rest <= 0 ? what.join(", ") : `${what.slice(0, namedAtMost).join(", ")} and ${rest} more`;
}
