import type { Domain } from "./domain";
import type { Formula } from "./formula";
import { not } from "./intern";
import { witness } from "./witness";

/** How many of the requests that exist a set holds: all, none, or those that meet a condition. */
export type Standing = "always" | "never" | "conditional";

/** @throws CannotTell as `witness` */
export function standing(formula: Formula, action: string, domain: Domain): Standing {
  if (formula.is === "true") return "always";
  if (witness(formula, action, domain) === undefined) return "never";
  return witness(not(formula), action, domain) === undefined ? "always" : "conditional";
}
