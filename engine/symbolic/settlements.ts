import { keyCells } from "./cells/cells";
import { elementsOf } from "./cells/elements";
import type { Domain } from "./domain";
import type { Atom, Formula } from "./formula";
import { isConstant, variablesOfAtom } from "./policy-variables";
import { nothingSettled, settle, type Settled } from "./settled";
import { atomsOf, subjectOf } from "./solve/problem";

/** Ways to settle the keys that policy variables stand for, at most. */
const mostChoices = 2_000;

/**
 * Values for the keys that a formula's policy variables stand for: missing, and what the tests of the key itself and of the keys it is compared
 * with tell apart.
 * @returns exhaustive: each of these keys has no other value in the domain
 */
export function settlements(
  formula: Formula,
  domain: Domain,
): { readonly choices: readonly Settled[]; readonly exhaustive: boolean } {
  const atoms = atomsOf(formula);
  const keys = new Set(atoms.flatMap(variablesOfAtom).map((key) => key.toLowerCase()));
  let choices: readonly Settled[] = [nothingSettled];
  let exhaustive = true;
  for (const key of keys) {
    const values = valuesToTry(key, atoms, domain);
    exhaustive &&= values.exhaustive;
    choices = choices.flatMap((settled) => values.texts.map((value) => settle(settled, key, value)));
    if (choices.length > mostChoices) {
      choices = choices.slice(0, mostChoices);
      exhaustive = false;
    }
  }
  return { choices, exhaustive };
}

function valuesToTry(
  key: string,
  atoms: readonly Atom[],
  domain: Domain,
): { readonly texts: readonly (string | undefined)[]; readonly exhaustive: boolean } {
  const { presence, multivalued, values } = domain.keyDomain(key);
  const missing = presence === "always" ? [] : [undefined];
  if (presence === "never") return { texts: [undefined], exhaustive: true };
  const finite = values?.every((value) => !/[*?]/.test(value)) === true && !multivalued;
  if (finite) return { texts: [...missing, ...(values ?? [])], exhaustive: true };
  const comparedWith = new Set(
    atoms.filter((atom) => variablesOfAtom(atom).some((each) => each.toLowerCase() === key)).map(subjectOf),
  );
  const telling = atoms.filter(
    (atom) => isConstant(atom) && (subjectOf(atom) === key || comparedWith.has(subjectOf(atom))),
  );
  const conditions = telling.flatMap((atom): readonly Atom[] =>
    atom.is === "resource" ? [] : [{ ...atom, test: { ...atom.test, key, qualifier: undefined } }],
  );
  const { texts } = elementsOf(conditions, values, {});
  const cells = keyCells(key, conditions, { presence: "always", multivalued: false, values }, {});
  const tried = new Set([...cells.values, ...texts.slice(0, 4)].map(String));
  return { texts: [...missing, ...tried], exhaustive: false };
}
