import type { Account, LandingZone } from "../../declaration/model";
import { canonical } from "../../declaration/slice/canonical";
import { sameData } from "../../declaration/slice/same-data";
import { readBy } from "../../declaration/slice/slice-of";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import type { Code, Sources } from "./code";
import { differences } from "./differences";
import { type ReadIn, sameRead } from "./same-read";

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
   * Stacks that are no longer declared: what they built is still there. But for those of accounts that were closed, and those that stay until
   * they are empty: of route tables, and of the private zones of an account that goes on.
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
  const goesOn = ({ name }: Account): boolean =>
    after.zone.accounts.some((account) => account.name === name && account.status === "active");
  const isEmpty = ({ kind, account, table }: StackSpec): boolean =>
    table !== undefined || (kind === "dns" && goesOn(account));
  const compared = specs.map((spec): ChangedStack => {
    const same = earlier.get(spec.id);
    return {
      spec,
      reasons: same ? reasonsFor(part(before, same), part(after, spec)) : [{ kind: "new" }],
    };
  });
  return {
    changed: compared.filter(({ reasons }) => reasons.length > 0),
    removed: [...earlier.values()]
      .filter((spec) => !ids.has(spec.id) && !isClosed(spec.account) && !isEmpty(spec))
      .map(({ id }) => id),
  };
}

/** Every stack, for a reason that has nothing to do with the stack. */
export function everything(zone: LandingZone, why: string): Changes {
  const reasons = [{ kind: "unknown", why }] as const;
  return { changed: stacksOf(zone).map((spec) => ({ spec, reasons })), removed: [] };
}

function reasonsFor(before: Part, after: Part): readonly Reason[] {
  const kinds = (["zone", "ids", "code"] as const).filter((kind) => !isSame[kind](before, after));
  return kinds.map((kind) => ({ kind, what: differences(facts[kind](before), facts[kind](after)) }));
}

interface Part extends ReadIn {
  readonly sources: Sources;
}

function part({ zone, code }: Tree, spec: StackSpec): Part {
  return { zone, spec, read: readBy(zone, spec), sources: code(spec) };
}

const isSame: Readonly<Record<"zone" | "ids" | "code", (before: Part, after: Part) => boolean>> = {
  zone: sameRead,
  ids: ({ read: from }, { read: to }) => sameData(from.ids, to.ids),
  code: ({ sources: from }, { sources: to }) => sameSources(from, to),
};

/** Sources → others they were compared with: stacks of a kind share theirs, of which there are hundreds. */
const compared = new WeakMap<Sources, WeakMap<Sources, boolean>>();

function sameSources(from: Sources, to: Sources): boolean {
  const answers = compared.get(from) ?? new WeakMap<Sources, boolean>();
  compared.set(from, answers);
  const isSame = answers.get(to) ?? sameData(from, to);
  answers.set(to, isSame);
  return isSame;
}

/** How it is told of. */
const facts: Readonly<Record<"zone" | "ids" | "code", (part: Part) => object>> = {
  zone: ({ read: { zone, spec } }) => ({ ...canonical(zone), account: canonical(spec.account), state: spec.state }),
  ids: ({ read }) => Object.fromEntries(read.ids),
  code: ({ sources }) => canonical(sources),
};
