import { variablesOf } from "../match/template";
import type { Atom } from "./formula";

/** Operators in whose values policy variables mean nothing are not told apart here: that only makes a search longer. */
function valuesOf(atom: Atom): readonly string[] {
  return atom.is === "resource" ? atom.test.patterns : atom.test.values;
}

/** Context keys an atom takes a value from, as written. */
export function variablesOfAtom(atom: Atom): readonly string[] {
  return valuesOf(atom).flatMap((value) => variablesOf(value, atom.version));
}

const constants = new WeakMap<Atom, boolean>();

/** Whether an atom uses no policy variable. */
export function isConstant(atom: Atom): boolean {
  const known = constants.get(atom);
  if (known !== undefined) return known;
  const constant = variablesOfAtom(atom).length === 0;
  constants.set(atom, constant);
  return constant;
}
