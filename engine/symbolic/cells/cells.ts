import type { Request } from "../../request";
import { isExempt } from "../../decide/exempt";
import type { KeyDomain } from "../domain";
import { type Bits, bitsWhere } from "../solve/bits";
import { exempt } from "../exempt";
import type { Atom } from "../formula";
import { atomHolds } from "../evaluate";
import { elementsOf } from "./elements";
import { judges, type Value } from "./judge";

export type { Value } from "./judge";

/** Values that stand for all others, no two of which the atoms treat alike; those that are easiest to read come first. */
export interface Cells {
  readonly values: readonly Value[];
  /** For each atom, in the order given, the values for which it holds and those for which it does not. */
  readonly holds: readonly Bits[];
  readonly fails: readonly Bits[];
  /** Every other value has the fate of one of these. */
  readonly exact: boolean;
}

/** Sets of values of a multivalued key that are looked at, at most. */
const mostSets = 1024;

/** The cells of the resource, which is `*` for an action without one. */
export function resourceCells(atoms: readonly Atom[], patterns: readonly string[], context: Request["context"]): Cells {
  const { texts, exact } = elementsOf(atoms, patterns, context);
  return distinct(patterns.includes("*") ? ["*", ...texts] : texts, judges(undefined, atoms, context), exact);
}

/** The one cell of a key whose value is settled. */
export function settledCells(
  atoms: readonly Atom[],
  value: string | readonly string[] | undefined,
  context: Request["context"],
): Cells {
  return distinct([value], () => atoms.map((atom) => atomHolds(atom, { resource: "*", context })), true);
}

/**
 * The cells of a context key.
 * @param atoms all are about this key
 * @param context values of policy variables
 */
export function keyCells(key: string, atoms: readonly Atom[], domain: KeyDomain, context: Request["context"]): Cells {
  const truth = judges(key, atoms, context);
  const missing: readonly Value[] = domain.presence === "always" ? [] : [undefined];
  if (domain.presence === "never") return distinct([undefined], truth, true);
  const elements = boundCallers(key, atoms, domain, context);
  if (!domain.multivalued) return distinct([...missing, ...elements.texts], truth, elements.exact);
  const sets = setsOf(elements.texts, truth);
  return distinct([...missing, ...sets], truth, elements.exact && sets.length < mostSets);
}

/** No question is asked about service-linked roles: no policy binds them. */
function boundCallers(
  key: string,
  atoms: readonly Atom[],
  domain: KeyDomain,
  context: Request["context"],
): ReturnType<typeof elementsOf> {
  const plain = elementsOf(atoms, domain.values, context);
  const isBound = (arn: string): boolean => !isExempt(arn, {});
  if (key !== "aws:principalarn" || plain.texts.every(isBound)) return plain;
  const split = exempt.is === "atom" ? elementsOf([...atoms, exempt.atom], domain.values, context) : plain;
  return { ...split, texts: split.texts.filter(isBound) };
}

/**
 * Sets of elements, one for every way in which atoms can judge a set: what a further element changes depends on the judgement so far alone. But for
 * the set of the empty text, which is judged as if it were missing: it stands by itself.
 */
function setsOf(
  elements: readonly string[],
  truth: (value: Value) => readonly boolean[],
): readonly (readonly string[])[] {
  const seen = new Set<string>();
  const sets: (readonly string[])[] = [];
  const add = (set: readonly string[]): void => {
    const judgement = truth(set).join();
    if (seen.has(judgement) || sets.length >= mostSets) return;
    seen.add(judgement);
    sets.push(set);
  };
  for (const element of elements) if (element !== "") add([element]);
  for (let next = 0; next < sets.length; next++) for (const element of elements) add([...(sets[next] ?? []), element]);
  return elements.includes("") ? [...sets, [""]] : sets;
}

function distinct(values: readonly Value[], truth: (value: Value) => readonly boolean[], exact: boolean): Cells {
  const found = new Map<string, readonly [Value, readonly boolean[]]>();
  for (const value of values) {
    const judgement = truth(value);
    const signature = judgement.map(Number).join("");
    if (!found.has(signature)) found.set(signature, [value, judgement]);
  }
  const cells = [...found.values()];
  const judgements = cells.map(([, judgement]) => judgement);
  const atoms = judgements[0]?.map((_, atom) => atom) ?? [];
  return {
    values: cells.map(([value]) => value),
    holds: atoms.map((atom) => bitsWhere(judgements, (judgement) => judgement[atom] === true)),
    fails: atoms.map((atom) => bitsWhere(judgements, (judgement) => judgement[atom] === false)),
    exact,
  };
}
