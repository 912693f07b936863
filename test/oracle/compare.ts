import { breakages } from "./breakages";
import type { Case, Verdict } from "./case";
import { cases } from "./generate";
import { verdicts } from "./oracle";
import { answers, type Answers } from "./product";
import { awsRules, type Rules } from "./rules";
import { shrink } from "./shrink";

/** A random case and what Landfall says of it. */
export interface Answered {
  readonly subject: Case;
  readonly landfall: Answers;
}

/** That many random (policy path, request) pairs, answered by both of Landfall's evaluators. */
export function* answered(seed: number, pairs: number): Generator<Answered> {
  const source = cases(seed);
  for (let given = 0; given < pairs;) {
    const subject = source.next().value;
    given += subject.requests.length;
    yield { subject, landfall: answers(subject) };
  }
}

/** @returns the first case on which Landfall differs from the oracle by these rules, or undefined where they agree. */
export function firstDifference(from: Iterable<Answered>, rules: Rules): Case | undefined {
  for (const { subject, landfall } of from) if (differ(verdicts(subject, rules), landfall)) return subject;
  return undefined;
}

/** Whether one of Landfall's evaluators has another verdict than expected. */
export function differ(expected: readonly Verdict[], { explained, fast }: Answers): boolean {
  return expected.some((verdict, index) => verdict !== explained[index] || verdict !== fast[index]);
}

function differs(subject: Case, rules: Rules): boolean {
  return differ(verdicts(subject, rules), answers(subject));
}

/** The smallest case with the same difference, both answers, and the rules that would explain Landfall's. */
export function explain(difference: Case): string {
  const smallest = shrink(difference, (candidate) => differs(candidate, awsRules));
  const { explained, fast } = answers(smallest);
  const rules = Object.entries(breakages)
    .filter(([, broken]) => !differs(smallest, broken))
    .map(([name]) => name);
  return [
    JSON.stringify(smallest, undefined, 1),
    `the oracle:     ${verdicts(smallest).join(", ")}`,
    `decide:         ${explained.join(", ")}`,
    `compileBounds:  ${fast.join(", ")}`,
    `Landfall answers as if: ${rules.join("; ") || "(no single rule explains it)"}`,
  ].join("\n");
}
