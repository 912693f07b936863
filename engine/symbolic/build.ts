import type { Bounds, Level } from "../bounds";
import { matchesAction } from "../match/action";
import { rcpBinds } from "../organizations/rcp-services";
import type { Policy, PolicyVersion, Statement } from "../policy/policy";
import { condition, resourceAtom } from "./atoms";
import type { Formula } from "./formula";
import { all, any, never, not } from "./intern";
import { memoized } from "./memoized";

export { all, always, any, never, not } from "./intern";
export { requests } from "./requests";

const conditionsOf = new WeakMap<Statement, Formula>();
const byAllow = new WeakMap<Policy, Map<string, Formula>>();
const byDeny = new WeakMap<Policy, Map<string, Formula>>();

/** The requests of an action (`service:Operation`) to which a statement applies: its Resource matches and all its conditions hold. */
export function statementApplies(statement: Statement, version: PolicyVersion, action: string): Formula {
  if (!matchesAction(statement.action, action)) return never;
  const known = conditionsOf.get(statement);
  if (known !== undefined) return known;
  const made = all([
    resourceAtom(statement.resource, version),
    ...statement.conditions.map((test) => condition(test, version)),
  ]);
  conditionsOf.set(statement, made);
  return made;
}

/** The requests of an action that a Deny statement of the policy applies to. */
export function deniedBy(policy: Policy, action: string): Formula {
  return memoized(byDeny, policy, action, () => withEffect(policy, "Deny", action));
}

/** The requests of an action that an Allow statement of the policy applies to. */
export function allowedBy(policy: Policy, action: string): Formula {
  return memoized(byAllow, policy, action, () => withEffect(policy, "Allow", action));
}

/**
 * The requests of an action that the policies let pass: an Allow at every level of the service control policies and a Deny at none, of either layer
 * (AWS Organizations User Guide, "SCP evaluation"; "RCP evaluation": a resource control policy only denies). Service-linked roles, which no policy
 * binds, are not spoken of: see `exempt`.
 */
export function allowed(bounds: Bounds, action: string): Formula {
  return all([
    ...bounds.scp.map((level) => memoized(throughLevel, level, action, () => passes(level, action))),
    ...(rcpBinds(action) ? bounds.rcp : []).map((level) =>
      memoized(pastLevel, level, action, () => undenied(level, action)),
    ),
  ]);
}

const throughLevel = new WeakMap<Level, Map<string, Formula>>();
const pastLevel = new WeakMap<Level, Map<string, Formula>>();

function passes(level: Level, action: string): Formula {
  return all([any(level.policies.map(({ policy }) => allowedBy(policy, action))), undenied(level, action)]);
}

function undenied({ policies }: Level, action: string): Formula {
  return all(policies.map(({ policy }) => not(deniedBy(policy, action))));
}

function withEffect(policy: Policy, effect: Statement["effect"], action: string): Formula {
  return any(
    policy.statements
      .filter((statement) => statement.effect === effect)
      .map((statement) => statementApplies(statement, policy.version, action)),
  );
}
