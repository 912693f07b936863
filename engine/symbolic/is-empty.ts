import { CannotTell } from "./cannot-tell";
import type { Domain } from "./domain";
import type { Formula } from "./formula";
import { all, not } from "./intern";
import { settlements } from "./settlements";
import { isThere } from "./solve/answer";
import { isEmptyEvenRelaxed } from "./solve/relaxed";

const knownOf = new WeakMap<Domain, WeakMap<Formula, boolean>>();

/**
 * Whether no request of the set exists: what `witness` finds out, without the request. The same question is asked once.
 * @throws CannotTell as `witness`
 */
export function isEmpty(formula: Formula, domain: Domain): boolean {
  if (formula.is === "false") return true;
  const known = knownOf.get(domain) ?? new WeakMap<Formula, boolean>();
  knownOf.set(domain, known);
  const answer = known.get(formula) ?? findOut(formula, domain);
  known.set(formula, answer);
  return answer;
}

/** Whether every request in the first set is in the second. @throws CannotTell as `witness` */
export function implies(one: Formula, other: Formula, domain: Domain): boolean {
  return one === other || isEmpty(all([one, not(other)]), domain);
}

/** Whether two sets hold the same requests. @throws CannotTell as `witness` */
export function equivalent(one: Formula, other: Formula, domain: Domain): boolean {
  return implies(one, other, domain) && implies(other, one, domain);
}

function findOut(formula: Formula, domain: Domain): boolean {
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
