import type { Resolved } from "../match/template";

/** How a condition operator compares. */
export interface Comparison {
  /** Holds where the positive operator does not: several values mean "none of these". */
  readonly negated: boolean;
  /** Whether policy variables are filled in ("IAM JSON policy elements: Condition operators" says so for each type of operator). */
  readonly variables: boolean;
  /** @returns whether one value of the request matches, negation left aside */
  readonly matcher: (value: Resolved) => (actual: string) => boolean;
}

/** A positive operator and its negation. */
export function positiveAndNegated(
  comparison: Omit<Comparison, "negated">,
): readonly [positive: Comparison, negated: Comparison] {
  return [
    { ...comparison, negated: false },
    { ...comparison, negated: true },
  ];
}

/** A value that cannot be read as what the operator compares. */
export function matchesNothing(): boolean {
  return false;
}
