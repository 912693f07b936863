import type { Case } from "./case";
import { dealer, drawPolicies } from "./generate/policies";
import { random } from "./generate/random";
import { aimer, drawRequest } from "./generate/requests";

/** Requests made for every path of policies. */
export const requestsOfCase = 10;

const versions = ["2012-10-17", "2008-10-17", undefined] as const;

/**
 * Cases without end, the same for the same seed: paths of one to four levels with Allow lists, missing Allows, Deny
 * statements and every kind of condition test, and ten requests for each, aimed at every outcome of every test.
 */
export function* cases(seed: number): Generator<Case, never> {
  const from = random(seed);
  const kindOf = dealer(from);
  const aimOf = aimer(from);
  for (;;) {
    const drawn = drawPolicies(from, kindOf, versions);
    const requests = Array.from({ length: requestsOfCase }, () => drawRequest(from, drawn, aimOf));
    yield { path: drawn.path, requests };
  }
}
