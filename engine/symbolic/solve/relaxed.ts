import { present } from "../atoms";
import type { Domain } from "../domain";
import type { Atom, Formula } from "../formula";
import { all, any, not } from "../intern";
import { isConstant } from "../policy-variables";
import { nothingSettled } from "../settled";
import { full } from "./bits";
import { atomsOf, problemOf, subjectOf } from "./problem";
import { search } from "./search";

/**
 * Whether a set is empty even when tests that are hard to search (those with policy variables, and on keys that are compared as several types) may
 * hold or not as they please, a missing key apart: then it is empty.
 */
export function isEmptyEvenRelaxed(formula: Formula, domain: Domain): boolean {
  const plain = problemOf(formula, domain, nothingSettled, (atom) => !isConstant(atom));
  const hard = new Set(plain.variables.flatMap(({ name, exact }) => (name === undefined || exact ? [] : [name])));
  const isFree = (atom: Atom): boolean =>
    !isConstant(atom) || (hard.has(subjectOf(atom)) && (atom.is === "resource" || atom.test.operator !== "Null"));
  const free = atomsOf(formula).filter(isFree);
  const tied = all([formula, ...free.flatMap(tieToPresence)]);
  const problem = problemOf(tied, domain, nothingSettled, isFree);
  return (
    search(
      problem.root,
      problem.variables.map(({ values }) => full(values.length)),
    ) === undefined
  );
}

/** With its key missing or empty a test is false under ForAnyValue, and true under ForAllValues (IAM User Guide, "Set operators for multivalued context keys"). */
function tieToPresence(atom: Atom): readonly Formula[] {
  if (atom.is === "resource" || atom.test.qualifier === undefined || atom.test.ifExists) return [];
  const test: Formula = { is: "atom", atom };
  return [any([atom.test.qualifier === "ForAllValues" ? test : not(test), present(atom.test.key)])];
}
