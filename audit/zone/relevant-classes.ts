import type { Policy } from "../../engine/policy/policy";
import type { ActionClass, ActionClasses } from "../../engine/universe/action-classes";

const known = new WeakMap<ActionClasses, WeakMap<Policy, ReadonlySet<ActionClass>>>();

/** The classes of which a policy may deny requests, without asking about each. */
export function deniableClasses(policy: Policy, classes: ActionClasses): ReadonlySet<ActionClass> {
  const byPolicy = known.get(classes) ?? new WeakMap<Policy, ReadonlySet<ActionClass>>();
  known.set(classes, byPolicy);
  const deniable = byPolicy.get(policy) ?? found(policy, classes);
  byPolicy.set(policy, deniable);
  return deniable;
}

function found({ statements }: Policy, classes: ActionClasses): ReadonlySet<ActionClass> {
  const denying = statements.filter(({ effect }) => effect === "Deny");
  if (denying.some(({ action }) => action.negated)) return new Set(classes.classes);
  return new Set(classes.matching(denying.flatMap(({ action }) => action.patterns)));
}
