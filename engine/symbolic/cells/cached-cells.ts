import type { Domain, KeyDomain } from "../domain";
import type { Atom } from "../formula";
import { isConstant } from "../policy-variables";
import { isSettled, type Settled } from "../settled";
import { type Cells, keyCells, resourceCells, settledCells } from "./cells";

const numbers = new WeakMap<Atom, number>();
let next = 0;

/** A number that atoms share only if they are one object. */
function numberOf(atom: Atom): number {
  const known = numbers.get(atom);
  if (known !== undefined) return known;
  numbers.set(atom, next);
  return next++;
}

const known = new Map<string, Cells>();

/** Entries kept; when there are more, all are forgotten. */
const most = 20_000;

/**
 * The cells of the resource or of a key, found once for the same atoms and the same domain of values, whichever object describes it.
 * @param subject `resource`, or a context key in lower case
 */
export function cachedCells(subject: string, atoms: readonly Atom[], domain: Domain, settled: Settled): Cells {
  if (isSettled(settled, subject)) return settledCells(atoms, settled.context[subject], settled.context);
  const key = subject === "resource" ? undefined : domain.keyDomain(subject);
  const name = [
    subject,
    atoms.map(numberOf).join(" "),
    key === undefined ? domain.resources.join("\n") : describe(key),
    ...(atoms.every(isConstant) ? [] : Object.entries(settled.context).map((entry) => entry.join("="))),
  ].join("\t");
  const found = known.get(name);
  if (found !== undefined) return found;
  const made =
    key === undefined
      ? resourceCells(atoms, domain.resources, settled.context)
      : keyCells(subject, atoms, key, settled.context);
  if (known.size >= most) known.clear();
  known.set(name, made);
  return made;
}

function describe({ presence, multivalued, values }: KeyDomain): string {
  return `${presence} ${multivalued} ${values?.join("\n") ?? ""}`;
}
