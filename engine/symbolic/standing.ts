import type { Domain } from "./domain";
import type { Formula } from "./formula";
import { not } from "./intern";
import { isEmpty } from "./is-empty";

/** How many of the requests that exist a set holds: all, none, or those that meet a condition. */
export type Standing = "always" | "never" | "conditional";

/** @throws CannotTell as `witness` */
export function standing(formula: Formula, _action: string, domain: Domain): Standing {
  if (formula.is === "true") return "always";
  if (isEmpty(formula, domain)) return "never";
  return isEmpty(not(formula), domain) ? "always" : "conditional";
}
