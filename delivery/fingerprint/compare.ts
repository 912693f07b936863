import type { Account, LandingZone } from "../../declaration/model";
import { type Slice, sliceOf } from "../../declaration/slice/slice-of";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import type { Code, Sources } from "./code";
import { differences } from "./differences";
import { fingerprintOf } from "./fingerprint";

/** A zone as it stands in one tree, and the code it is built by there. */
export interface Tree {
  readonly zone: LandingZone;
  readonly code: Code;
}

/** Why a stack is not what it was. `what`: paths of the zone, keys of ids, files and packages. */
export type Reason =
  | { readonly kind: "new" }
  | { readonly kind: "unknown"; readonly why: string }
  | { readonly kind: "zone" | "ids" | "code"; readonly what: readonly string[] };

export interface ChangedStack {
  readonly spec: StackSpec;
  readonly reasons: readonly Reason[];
}

export interface Changes {
  /** In deployment order. */
  readonly changed: readonly ChangedStack[];
  /**
   * Stacks that are no longer declared: what they built is still there. But for those of accounts that were closed, and of route tables, whose
   * stacks stay until they are empty.
   */
  readonly removed: readonly string[];
}

/**
 * The stacks that are not the same in two trees. None is missed whose synthesised JSON or assets differ: both are functions of
 * what is compared.
 */
export function compareTrees(before: Tree, after: Tree): Changes {
  const earlier = new Map(stacksOf(before.zone).map((spec) => [spec.id, spec]));
  const specs = stacksOf(after.zone);
  const ids = new Set(specs.map(({ id }) => id));
  const isClosed = ({ name }: Account): boolean => after.zone.closedAccounts.some((closed) => closed.name === name);
  const compared = specs.map((spec): ChangedStack => {
    const same = earlier.get(spec.id);
    return { spec, reasons: same ? reasonsFor(part(before, same), part(after, spec)) : [{ kind: "new" }] };
  });
  return {
    changed: compared.filter(({ reasons }) => reasons.length > 0),
    removed: [...earlier.values()]
      .filter(({ id, account, table }) => !ids.has(id) && !isClosed(account) && table === undefined)
      .map(({ id }) => id),
  };
}

/** Every stack, for a reason that has nothing to do with the stack. */
export function everything(zone: LandingZone, why: string): Changes {
  const reasons = [{ kind: "unknown", why }] as const;
  return { changed: stacksOf(zone).map((spec) => ({ spec, reasons })), removed: [] };
}

interface Part {
  readonly slice: Slice;
  readonly sources: Sources;
}

function part({ zone, code }: Tree, spec: StackSpec): Part {
  return { slice: sliceOf(zone, spec), sources: code(spec) };
}

function reasonsFor(before: Part, after: Part): readonly Reason[] {
  const from = fingerprintOf(before.slice, before.sources);
  const to = fingerprintOf(after.slice, after.sources);
  const kinds = (["zone", "ids", "code"] as const).filter((kind) => from[kind] !== to[kind]);
  return kinds.map((kind) => ({ kind, what: differences(facts[kind](before), facts[kind](after)) }));
}

const facts: Readonly<Record<"zone" | "ids" | "code", (part: Part) => object>> = {
  zone: ({ slice: { zone, spec } }) => ({ ...zone, ids: undefined, account: spec.account, state: spec.state }),
  ids: ({ slice }) => Object.fromEntries(slice.zone.ids.entries()),
  code: ({ sources }) => sources,
};
