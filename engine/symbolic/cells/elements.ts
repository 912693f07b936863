import type { Request } from "../../request";
import type { Atom } from "../formula";
import { matchesUnion } from "../text/matches";
import { readableTexts } from "../text/readable";
import { regions } from "../text/regions";
import { comparesText, domainPattern, isLiteral, type TextPattern, textPatterns } from "../text/text-pattern";
import { type Family, familyOf, pointsOf } from "./points";

/** Texts that stand for all the texts a resource or one value of a key can be. */
export interface Elements {
  readonly texts: readonly string[];
  /** Every other text has the fate of one of these. */
  readonly exact: boolean;
}

/** States of the automaton that are looked at, at most: under a second. */
const budget = 40_000;

/**
 * @param atoms all of one key, or all of the resource
 * @param values patterns of which each text matches one; undefined: any text
 * @param context values of policy variables
 */
export function elementsOf(
  atoms: readonly Atom[],
  values: readonly string[] | undefined,
  context: Request["context"],
): Elements {
  const within = values?.includes("*") === false ? values.map(domainPattern) : undefined;
  if (within?.every(isLiteral) === true) return { texts: values ?? [], exact: true };
  const points = familiesOf(atoms).flatMap(([family, wanted]) => [...pointsOf[family](wanted), ""]);
  const unions = atoms.filter(comparesText).map((atom) => textPatterns(atom, context));
  const inside = points.filter((point) => within === undefined || matchesUnion(within, point));
  if (unions.length === 0 && points.length > 0 && (within === undefined || inside.length === points.length))
    return { texts: inside, exact: familiesOf(atoms).length === 1 };
  const texts = textsOf(unions, within);
  return { texts: [...inside, ...texts.texts], exact: texts.exact && points.length === 0 };
}

/** The values each family's tests compare with. */
function familiesOf(atoms: readonly Atom[]): readonly (readonly [Family, readonly string[]])[] {
  const wanted = new Map<Family, string[]>();
  for (const atom of atoms) {
    const family = atom.is === "condition" ? familyOf(atom.test.operator) : undefined;
    if (family === undefined || atom.is !== "condition") continue;
    wanted.set(family, [...(wanted.get(family) ?? []), ...atom.test.values]);
  }
  return [...wanted];
}

/** Told from all others: to Null and to set operators it is as good as no value. */
const emptyText: readonly TextPattern[] = [{ tokens: [], ignoreCase: false }];

const anyText: readonly TextPattern[] = [domainPattern("*")];

function textsOf(unions: readonly (readonly TextPattern[])[], within: readonly TextPattern[] = anyText): Elements {
  const readable = [...within, ...unions.flat()].flatMap(readableTexts).filter((text) => matchesUnion(within, text));
  const shortest = regions([...unions, emptyText], within, budget);
  return { texts: [...new Set([...readable, ...(shortest ?? [])])], exact: shortest !== undefined };
}
