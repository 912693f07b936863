import type { Request } from "../request";
import { CannotTell } from "./cannot-tell";
import type { Domain } from "./domain";
import type { Formula } from "./formula";
import { variablesOfAtom } from "./policy-variables";
import { settlements } from "./settlements";
import { answer } from "./solve/answer";
import { atomsOf } from "./solve/problem";
import { isEmptyEvenRelaxed } from "./solve/relaxed";
import { truthOf } from "./evaluate";

/**
 * A request of the set among those that exist, with as few context keys as possible; undefined: proved that there is none.
 * Requests of service-linked roles are left aside: no policy binds them.
 * @throws CannotTell when there may be one and none was found
 * @throws Error when the concrete evaluator says that what was found is not in the set: a bug
 */
export function witness(formula: Formula, action: string, domain: Domain): Request | undefined {
  if (formula.is === "false") return undefined;
  const found = foundIn(domain);
  const known = found.get(formula);
  if (known !== undefined) return known === "none" ? undefined : { action, ...known };
  const request = findOne(formula, domain);
  if (request !== undefined) confirm(formula, { action, ...request });
  found.set(formula, request ?? "none");
  return request === undefined ? undefined : { action, ...request };
}

type Found = Pick<Request, "resource" | "context">;

const foundByDomain = new WeakMap<Domain, WeakMap<Formula, Found | "none">>();

function foundIn(domain: Domain): WeakMap<Formula, Found | "none"> {
  const found = foundByDomain.get(domain) ?? new WeakMap<Formula, Found | "none">();
  foundByDomain.set(domain, found);
  return found;
}

function findOne(formula: Formula, domain: Domain): Found | undefined {
  let proved = true;
  const { choices, exhaustive } = settlements(formula, domain);
  for (const settled of choices) {
    const found = answer(formula, domain, settled);
    if ("request" in found) return asWritten(formula, found.request);
    proved &&= found.empty === "proved";
  }
  if ((proved && exhaustive) || isEmptyEvenRelaxed(formula, domain)) return undefined;
  throw new CannotTell("its policy variables and mixed operators leave too many values to try");
}

function confirm(formula: Formula, request: Request): void {
  if (!truthOf(formula, request)) throw new Error(`the witness ${JSON.stringify(request)} is not in the set`);
}

/** Keys as the policies write them. */
function asWritten(formula: Formula, { resource, context }: Found): Found {
  const written = new Map<string, string>();
  for (const atom of atomsOf(formula)) {
    const keys = atom.is === "condition" ? [atom.test.key, ...variablesOfAtom(atom)] : variablesOfAtom(atom);
    for (const key of keys) if (!written.has(key.toLowerCase())) written.set(key.toLowerCase(), key);
  }
  return {
    resource,
    context: Object.fromEntries(Object.entries(context).map(([key, value]) => [written.get(key) ?? key, value])),
  };
}
