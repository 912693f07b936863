import type { Policy } from "../../engine/policy/policy";
import type { ActionClass, ActionClasses } from "../../engine/universe/action-classes";

/** The classes of which a policy may deny requests, without asking about each. */
export function deniableClasses({ statements }: Policy, classes: ActionClasses): ReadonlySet<ActionClass> {
  const denying = statements.filter(({ effect }) => effect === "Deny");
  if (denying.some(({ action }) => action.negated)) return new Set(classes.classes);
  return new Set(classes.matching(denying.flatMap(({ action }) => action.patterns)));
}
