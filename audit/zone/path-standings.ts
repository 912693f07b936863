import type { Bounds, Level } from "../../engine/bounds";
import { all, allowed, not } from "../../engine/symbolic/build";
import { always } from "../../engine/symbolic/build";
import type { Formula } from "../../engine/symbolic/formula";
import type { ActionClass, ActionClasses } from "../../engine/universe/action-classes";
import type { DomainAccount } from "../../engine/universe/request-domain";
import { fullAwsAccess } from "../full-aws-access";
import type { Ask } from "./ask";
import { deniableClasses } from "./relevant-classes";
import type { StandingTable } from "./standing-table";

/** What a path lets pass of each class, by the class's id, and how that stands. */
export interface PathStandings {
  readonly formulas: readonly Formula[];
  readonly standings: readonly number[];
  /** What was made before this level, and the classes it changed. */
  readonly above: { readonly standings: PathStandings; readonly changed: readonly ActionClass[] } | undefined;
}

/** A node of the tree as both layers see it. */
interface Node {
  readonly scp: Level;
  readonly rcp: Level | undefined;
}

/**
 * How classes stand on paths. Paths share what their upper levels come to, and a level touches only the classes that one of its policies
 * speaks of.
 */
export function pathStandings(
  ask: Ask,
  classes: ActionClasses,
  table: StandingTable,
): (bounds: Bounds, account: DomainAccount) => PathStandings {
  const top: PathStandings = {
    formulas: classes.classes.map(() => always),
    standings: classes.classes.map(() => table.allowed),
    above: undefined,
  };
  const known = new WeakMap<DomainAccount, Map<string, PathStandings>>();
  return ({ scp, rcp }, account) => {
    const paths = known.get(account) ?? new Map<string, PathStandings>();
    known.set(account, paths);
    let path = "";
    let standings = top;
    for (const [index, level] of scp.entries()) {
      const node = { scp: level, rcp: rcp[index] };
      if (isPlain(node)) continue;
      path += ` ${keyOf(node)};`;
      const before = standings;
      standings =
        paths.get(path) ??
        below(before, node, (each, formula) => standingOf(ask, table, formula, each, account), classes);
      paths.set(path, standings);
    }
    return standings;
  };
}

function keyOf({ scp, rcp }: Node): string {
  return JSON.stringify([scp.policies, rcp?.policies ?? []].map((policies) => policies.map(({ id }) => id)));
}

function isPlain({ scp, rcp }: Node): boolean {
  return scp.policies.length === 1 && scp.policies[0] === fullAwsAccess && (rcp?.policies.length ?? 0) === 0;
}

function below(
  above: PathStandings,
  node: Node,
  standing: (actionClass: ActionClass, formula: Formula) => number,
  classes: ActionClasses,
): PathStandings {
  const changed = [...touched(node, classes)];
  const bounds: Bounds = { scp: [node.scp], rcp: node.rcp === undefined ? [] : [node.rcp] };
  const formulas = [...above.formulas];
  const standings = [...above.standings];
  for (const actionClass of changed) {
    const { id, representative } = actionClass;
    const formula = all([formulas[id] ?? always, allowed(bounds, representative.name)]);
    formulas[id] = formula;
    standings[id] = standing(actionClass, formula);
  }
  return { formulas, standings, above: { standings: above, changed } };
}

/** Where everything is allowed to begin with, only what is denied changes anything. */
function touched({ scp, rcp }: Node, classes: ActionClasses): ReadonlySet<ActionClass> {
  if (!scp.policies.includes(fullAwsAccess)) return new Set(classes.classes);
  const policies = [...scp.policies, ...(rcp?.policies ?? [])].map(({ policy }) => policy);
  return new Set(policies.flatMap((policy) => [...deniableClasses(policy, classes)]));
}

function standingOf(
  ask: Ask,
  table: StandingTable,
  formula: Formula,
  actionClass: ActionClass,
  account: DomainAccount,
): number {
  if (formula.is === "true") return table.allowed;
  const about = { actionClass, account, caller: "member" } as const;
  if (ask.has(formula, about) === "none") return table.denied;
  return ask.has(not(formula), about) === "none" ? table.allowed : table.conditional(formula);
}
