import { CannotTell } from "./cannot-tell";
import type { Domain } from "./domain";
import type { Formula } from "./formula";
import { settlements } from "./settlements";
import { isThere } from "./solve/answer";
import { isEmptyEvenRelaxed } from "./solve/relaxed";

/** Whether no request of the set exists: what `witness` finds out, without the request. @throws CannotTell as `witness` */
export function isEmpty(formula: Formula, domain: Domain): boolean {
  if (formula.is === "false") return true;
  const { choices, exhaustive } = settlements(formula, domain);
  let proved = true;
  for (const settled of choices) {
    const answer = isThere(formula, domain, settled);
    if (answer === "yes") return false;
    proved &&= answer === "no";
  }
  if ((proved && exhaustive) || isEmptyEvenRelaxed(formula, domain)) return true;
  throw new CannotTell("its policy variables and mixed operators leave too many values to try");
}
