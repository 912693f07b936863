import type { Request } from "../../request";
import { cachedCells } from "../cells/cached-cells";
import type { Value } from "../cells/cells";
import type { Domain } from "../domain";
import type { Formula } from "../formula";
import { nothingSettled, type Settled } from "../settled";
import { type Bits, full, isEmpty, lowest } from "./bits";
import { type Problem, problemOf, resource } from "./problem";
import { type Alive, search } from "./search";

/** A request without its action, or whether the search for one was exhaustive. */
export type Answer =
  { readonly request: Pick<Request, "resource" | "context"> } | { readonly empty: "proved" | "unknown" };

/** Looks for a request in the set, the settled keys being as they are. */
export function answer(formula: Formula, domain: Domain, settled: Settled): Answer {
  const problem = problemOf(formula, domain, settled, () => false);
  const everything = everythingOf(problem);
  const found = search(problem.root, everything);
  if (found === undefined) return { empty: isExact(problem) ? "proved" : "unknown" };
  return { request: requestOf(problem, fewestKeys(problem, everything) ?? found, domain, settled) };
}

/** Whether there is such a request, without putting one together; `unknown` when the search was not exhaustive. */
export function isThere(formula: Formula, domain: Domain, settled: Settled): "yes" | "no" | "unknown" {
  const problem = problemOf(formula, domain, settled, () => false);
  if (search(problem.root, everythingOf(problem)) !== undefined) return "yes";
  return isExact(problem) ? "no" : "unknown";
}

function everythingOf({ variables }: Problem): Alive {
  return variables.map(({ values }) => full(values.length));
}

function isExact({ variables }: Problem): boolean {
  return variables.every(({ exact }) => exact);
}

/** Keys of which every combination is tried; with more, one key after the other is left out if it can be. */
const mostCombined = 8;

/** A solution with as few context keys as there can be. */
function fewestKeys(problem: Problem, everything: Alive): Alive | undefined {
  const optional = problem.variables.flatMap(({ values }, variable) => (values.includes(undefined) ? [variable] : []));
  const missing = (kept: ReadonlySet<number>): Alive | undefined => {
    const alive = everything.map((bits, variable) => {
      if (!optional.includes(variable)) return bits;
      const absent = problem.variables[variable]?.values.indexOf(undefined) ?? 0;
      return bits.map((word, index) => {
        const only = absent >> 5 === index ? 1 << (absent & 31) : 0;
        return kept.has(variable) ? word & ~only : only;
      });
    });
    return alive.some(isEmpty) ? undefined : search(problem.root, alive);
  };
  if (optional.length <= mostCombined) {
    for (const kept of bySize(optional)) {
      const found = missing(new Set(kept));
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return leftOut(problem, everything, optional);
}

function leftOut(problem: Problem, everything: Alive, optional: readonly number[]): Alive | undefined {
  let best: Alive | undefined;
  let alive = everything;
  for (const variable of optional) {
    const absent = problem.variables[variable]?.values.indexOf(undefined) ?? 0;
    const without = alive.map((bits, index) => (index === variable ? singleton(bits, absent) : bits));
    const found = search(problem.root, without);
    if (found === undefined) continue;
    best = found;
    alive = without;
  }
  return best;
}

function singleton(like: Bits, cell: number): Bits {
  return like.map((_, index) => (cell >> 5 === index ? 1 << (cell & 31) : 0));
}

/** All subsets, small ones first. */
function bySize(of: readonly number[]): readonly (readonly number[])[] {
  const subsets = of.reduce<readonly (readonly number[])[]>(
    (sets, each) => [...sets, ...sets.map((set) => [...set, each])],
    [[]],
  );
  return [...subsets].sort((one, other) => one.length - other.length);
}

function requestOf(
  problem: Problem,
  alive: Alive,
  domain: Domain,
  settled: Settled,
): Pick<Request, "resource" | "context"> {
  const chosen = new Map<string, Value>();
  problem.variables.forEach(({ name, values }, variable) => {
    const bits = alive[variable];
    if (name !== undefined && bits !== undefined) chosen.set(name, values[lowest(bits)]);
  });
  const context: Record<string, string | readonly string[]> = { ...settled.context };
  for (const [name, value] of chosen) if (name !== resource && value !== undefined) context[name] = value;
  return { resource: String(chosen.get(resource) ?? anyResource(domain)), context };
}

/** A resource when nothing asks about it. */
function anyResource(domain: Domain): Value {
  return cachedCells(resource, [], domain, nothingSettled).values[0];
}
