import type { Atom, Formula } from "./formula";

const ids = new WeakMap<Formula, number>();
const opposites = new WeakMap<Formula, Formula>();
const compounds = new Map<string, Formula>();
const atoms = new Map<string, Formula>();
let next = 0;

function numbered<F extends Formula>(formula: F): F {
  ids.set(formula, next++);
  return formula;
}

/** Every request, and none. */
export const always: Formula = numbered({ is: "true" });
export const never: Formula = numbered({ is: "false" });

/** The atom that asks what `key` says; two atoms of one key are one object. */
export function internAtom(key: string, atom: () => Atom): Formula {
  const known = atoms.get(key);
  if (known !== undefined) return known;
  const made = numbered<Formula>({ is: "atom", atom: atom() });
  atoms.set(key, made);
  return made;
}

/** A number that two formulas share only if they are one object. */
export function idOf(formula: Formula): number {
  const id = ids.get(formula);
  if (id !== undefined) return id;
  numbered(formula);
  return next - 1;
}

/** Requests that are not in the set. */
export function not(of: Formula): Formula {
  if (of.is === "true") return never;
  if (of.is === "false") return always;
  if (of.is === "not") return of.of;
  const known = opposites.get(of);
  if (known !== undefined) return known;
  const made = numbered<Formula>({ is: "not", of });
  opposites.set(of, made);
  return made;
}

/** Requests in every one of the sets. */
export function all(of: readonly Formula[]): Formula {
  return compound("all", of);
}

/** Requests in at least one of the sets. */
export function any(of: readonly Formula[]): Formula {
  return compound("any", of);
}

/** Nested compounds are flattened and parts sorted, so that sets that are written alike are one object. */
function compound(is: "all" | "any", of: readonly Formula[]): Formula {
  const [neutral, absorbing] = is === "all" ? (["true", never] as const) : (["false", always] as const);
  const parts = new Map<number, Formula>();
  const queue = [...of];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    if (part.is === neutral) continue;
    if (part.is === absorbing.is) return absorbing;
    if (part.is === is) queue.push(...part.of);
    else parts.set(idOf(part), part);
  }
  for (const part of parts.values()) if (part.is === "not" && parts.has(idOf(part.of))) return absorbing;
  const sorted = [...parts].sort(([one], [other]) => one - other);
  const [first] = sorted;
  if (first === undefined) return is === "all" ? always : never;
  if (sorted.length === 1) return first[1];
  const key = `${is} ${sorted.map(([id]) => id).join(" ")}`;
  const known = compounds.get(key);
  if (known !== undefined) return known;
  const made = numbered<Formula>({ is, of: sorted.map(([, part]) => part) });
  compounds.set(key, made);
  return made;
}
