import type { Formula } from "../../engine/symbolic/formula";
import { inWords } from "../../engine/symbolic/words";
import { standing } from "../report/report";

/** Standings by number: allowed, denied, and one for each text that says when. */
export interface StandingTable {
  readonly allowed: number;
  readonly denied: number;
  conditional(formula: Formula): number;
  words(): readonly string[];
}

export function standingTable(): StandingTable {
  const words = ["allowed", "denied"];
  const byFormula = new Map<Formula, number>();
  const byText = new Map<string, number>();
  return {
    ...standing,
    conditional: (formula) => {
      const known = byFormula.get(formula);
      if (known !== undefined) return known;
      const text = inWords(formula);
      const index = byText.get(text) ?? words.push(text) - 1;
      byText.set(text, index);
      byFormula.set(formula, index);
      return index;
    },
    words: () => words,
  };
}
