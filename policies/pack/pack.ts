import type { CompiledGuardrail } from "../compile";
import { fill, inOrder, type Room } from "./fill";
import { parts, wholes } from "./items";
import { rendered } from "./render";

/** One policy that says several guardrails, or a part of them. */
export interface Pack {
  /** Minified JSON. */
  readonly document: string;
  /** Names of the guardrails it says, in order. */
  readonly guardrails: readonly string[];
}

/**
 * Guardrails of one target and one type in as few policies as fit. A guardrail stays in one policy, and statements keep their Sids, unless the room
 * is needed: then guardrails are taken apart first and Sids dropped last.
 *
 * @returns undefined when they do not fit in any way
 */
export function pack(guardrails: readonly CompiledGuardrail[], room: Room): readonly Pack[] | undefined {
  const sorted = [...guardrails].sort((a, b) => (a.guardrail < b.guardrail ? -1 : 1));
  const ways = [() => wholes(sorted, room.bytes), () => parts(sorted, "kept"), () => parts(sorted, "dropped")];
  for (const items of ways) {
    const filled = fill(items(), room);
    if (filled === undefined) continue;
    return filled.map((bin) => ({
      document: rendered(inOrder(bin)),
      guardrails: [...new Set(bin.map(({ guardrail }) => guardrail))].sort(),
    }));
  }
  return undefined;
}
