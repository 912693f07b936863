import type { Cells, Value } from "../cells/cells";
import { cachedCells } from "../cells/cached-cells";
import type { Domain } from "../domain";
import type { Atom, Formula } from "../formula";
import type { Settled } from "../settled";
import type { Bits } from "./bits";

/** The resource, a context key, or an atom that is taken as free. */
export interface Variable {
  /** `resource`, or a context key in lower case; undefined for a free atom. */
  readonly name: string | undefined;
  readonly values: readonly Value[];
  readonly exact: boolean;
}

/** A formula in negation normal form over finite variables. */
export type Node =
  | { readonly is: "one of"; readonly variable: number; readonly bits: Bits }
  | { readonly is: "all"; readonly of: readonly Node[] }
  | { readonly is: "any"; readonly of: readonly Node[] };

export interface Problem {
  readonly variables: readonly Variable[];
  readonly root: Node;
}

export const resource = "resource";

/** Where a variable has no cells at all. */
const nothing: Bits = new Uint32Array(0);

/** What an atom is about: `resource` or a context key in lower case. */
export function subjectOf(atom: Atom): string {
  return atom.is === "resource" ? resource : atom.test.key.toLowerCase();
}

/** Atoms of a formula, each once. */
export function atomsOf(formula: Formula): readonly Atom[] {
  const found = new Set<Atom>();
  const visit = (part: Formula): void => {
    if (part.is === "atom") found.add(part.atom);
    else if (part.is === "not") visit(part.of);
    else if (part.is === "all" || part.is === "any") part.of.forEach(visit);
  };
  visit(formula);
  return [...found];
}

/**
 * Puts a question as a search over the cells of each key.
 * @param isFree atoms that are taken to hold or not whatever the key's value
 */
export function problemOf(
  formula: Formula,
  domain: Domain,
  settled: Settled,
  isFree: (atom: Atom) => boolean,
): Problem {
  const bySubject = new Map<string | Atom, Atom[]>();
  for (const atom of atomsOf(formula)) {
    const subject = isFree(atom) ? atom : subjectOf(atom);
    const known = bySubject.get(subject);
    if (known === undefined) bySubject.set(subject, [atom]);
    else known.push(atom);
  }
  const variables: Variable[] = [];
  const literals = new Map<Atom, { readonly holds: Node; readonly fails: Node }>();
  for (const [subject, atoms] of bySubject) {
    const cells = typeof subject === "string" ? cachedCells(subject, atoms, domain, settled) : coin;
    atoms.forEach((atom, index) => {
      const variable = variables.length;
      literals.set(atom, {
        holds: { is: "one of", variable, bits: cells.holds[index] ?? nothing },
        fails: { is: "one of", variable, bits: cells.fails[index] ?? nothing },
      });
    });
    variables.push({ ...cells, name: typeof subject === "string" ? subject : undefined });
  }
  const node = (part: Formula, positive: boolean): Node => {
    switch (part.is) {
      case "true":
      case "false":
        return { is: (part.is === "true") === positive ? "all" : "any", of: [] };
      case "not":
        return node(part.of, !positive);
      case "all":
      case "any":
        return {
          is: (part.is === "all") === positive ? "all" : "any",
          of: part.of.map((each) => node(each, positive)),
        };
      case "atom": {
        const literal = literals.get(part.atom);
        if (literal === undefined) return { is: "any", of: [] };
        return positive ? literal.holds : literal.fails;
      }
    }
  };
  return { variables, root: node(formula, true) };
}

const no: Bits = Uint32Array.of(1);
const yes: Bits = Uint32Array.of(2);

/** A free atom's cells: it does not hold, and it does. */
const coin: Cells = { values: [undefined, "true"], holds: [yes], fails: [no], exact: true };
