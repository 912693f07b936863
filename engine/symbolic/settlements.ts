import { keyCells } from "./cells/cells";
import { variablesOf } from "../match/template";
import type { Domain } from "./domain";
import type { Atom, Formula } from "./formula";
import { isConstant, variablesOfAtom } from "./policy-variables";
import { nothingSettled, settle, type Settled } from "./settled";
import { atomsOf, resource, subjectOf } from "./solve/problem";

const none = { choices: [nothingSettled], exhaustive: true };

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
  if (atoms.every(isConstant)) return none;
  const keys = new Set(atoms.flatMap(variablesOfAtom).map((key) => key.toLowerCase()));
  let choices: readonly Settled[] = [nothingSettled];
  let exhaustive = true;
  let open = 0;
  for (const key of keys) {
    const values = valuesToTry(key, atoms, domain);
    if (!values.finite) open++;
    exhaustive &&= values.exhaustive && (open === 0 || keys.size === 1);
    choices = choices.flatMap((settled) => values.texts.map((value) => settle(settled, key, value)));
    if (choices.length > mostChoices) {
      choices = choices.slice(0, mostChoices);
      exhaustive = false;
    }
  }
  return { choices, exhaustive };
}

interface ValuesToTry {
  /** undefined: the key is missing. */
  readonly texts: readonly (string | undefined)[];
  /** Every other value has the fate of one of these, as long as it is the only key of a variable. */
  readonly exhaustive: boolean;
  /** There are no other values. */
  readonly finite: boolean;
}

function valuesToTry(key: string, atoms: readonly Atom[], domain: Domain): ValuesToTry {
  const { presence, multivalued, values } = domain.keyDomain(key);
  const missing = presence === "always" ? [] : [undefined];
  if (presence === "never") return { texts: [undefined], exhaustive: true, finite: true };
  if (values?.every((value) => !/[*?]/.test(value)) === true && !multivalued)
    return { texts: [...missing, ...values], exhaustive: true, finite: true };
  const using = atoms.filter((atom) => variablesOfAtom(atom).some((each) => each.toLowerCase() === key));
  const subjects = new Set(using.map(subjectOf));
  const telling = [
    ...atoms.filter((atom) => isConstant(atom) && (subjectOf(atom) === key || subjects.has(subjectOf(atom)))),
    ...using.flatMap(constantPart),
  ].flatMap((atom) => asTestOf(key, atom));
  const domains = [...subjects].flatMap((subject) => {
    const allowed = subject === resource ? domain.resources : domain.keyDomain(subject).values;
    return allowed === undefined ? [] : asTestOf(key, textTest("StringLike", subject, allowed));
  });
  const cells = keyCells(key, [...telling, ...domains], { presence: "always", multivalued: false, values }, {});
  const compared = using.every((atom) => subjectOf(atom) !== resource && comparesWhole(atom));
  return {
    texts: [...missing, ...cells.values.map(String)],
    exhaustive: cells.exact && !multivalued && compared,
    finite: false,
  };
}

/** The values of an atom that have no variable. */
function constantPart(atom: Atom): readonly Atom[] {
  if (atom.is === "resource") return [];
  const values = atom.test.values.filter((value) => variablesOf(value, atom.version).length === 0);
  return values.length === 0 ? [] : [{ ...atom, test: { ...atom.test, values } }];
}

/** Whether variables are compared as whole values: then texts that all other tests treat alike can take each other's place everywhere. */
function comparesWhole(atom: Atom): boolean {
  return (
    atom.is === "condition" &&
    atom.test.operator === "StringEquals" &&
    atom.test.values.every((value) => variablesOf(value, atom.version).length === 0 || /^\$\{[^}]*\}$/.test(value))
  );
}

/** The same test, of another key's one value. */
function asTestOf(key: string, atom: Atom): readonly Atom[] {
  if (atom.is === "resource") return [{ ...textTest("StringLike", key, atom.test.patterns), version: atom.version }];
  return [{ ...atom, test: { ...atom.test, key, qualifier: undefined } }];
}

function textTest(operator: "StringLike", key: string, values: readonly string[]): Atom {
  return {
    is: "condition",
    test: { operator, qualifier: undefined, ifExists: false, key, values, place: { line: 0, column: 0 } },
    version: "2012-10-17",
  };
}
