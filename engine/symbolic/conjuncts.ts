import type { Formula } from "./formula";
import { not } from "./intern";

/** The sets whose intersection a formula is; none for the set of all requests. */
export function conjuncts(formula: Formula): readonly Formula[] {
  if (formula.is === "true") return [];
  if (formula.is === "all") return formula.of.flatMap(conjuncts);
  if (formula.is === "not" && formula.of.is === "any") return formula.of.of.map(not).flatMap(conjuncts);
  return [formula];
}
