import { breakages } from "./breakages";
import type { Case, Verdict } from "./case";
import { cases } from "./generate";
import { verdicts, type Watch } from "./oracle";
import { answers } from "./product";
import { awsRules, type Rules } from "./rules";
import { shrink } from "./shrink";

/** Told of every case that is compared, before its tests are watched. */
export interface Onlookers {
  readonly seen?: (subject: Case, verdicts: readonly Verdict[]) => void;
  readonly watch?: Watch;
}

/**
 * Compares the oracle with both of Landfall's evaluators on that many random (policy path, request) pairs.
 * @returns the first case they differ on, or undefined where they agree on all.
 */
export function firstDifference(
  seed: number,
  pairs: number,
  rules: Rules = awsRules,
  { seen, watch }: Onlookers = {},
): Case | undefined {
  const source = cases(seed);
  for (let compared = 0; compared < pairs;) {
    const subject = source.next().value;
    const expected = verdicts(subject, rules, watch);
    seen?.(subject, expected);
    if (differs(subject, expected)) return subject;
    compared += subject.requests.length;
  }
  return undefined;
}

function differs(subject: Case, expected: readonly Verdict[]): boolean {
  const { explained, fast } = answers(subject);
  return expected.some((verdict, index) => verdict !== explained[index] || verdict !== fast[index]);
}

/** The smallest case with the same difference, both answers, and the rules that would explain Landfall's. */
export function explain(difference: Case): string {
  const smallest = shrink(difference, (candidate) => differs(candidate, verdicts(candidate)));
  const { explained, fast } = answers(smallest);
  const rules = Object.entries(breakages)
    .filter(([, broken]) => !differs(smallest, verdicts(smallest, broken)))
    .map(([name]) => name);
  return [
    JSON.stringify(smallest, undefined, 1),
    `the oracle:     ${verdicts(smallest).join(", ")}`,
    `decide:         ${explained.join(", ")}`,
    `compileBounds:  ${fast.join(", ")}`,
    `Landfall answers as if: ${rules.join("; ") || "(no single rule explains it)"}`,
  ].join("\n");
}
