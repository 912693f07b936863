import { createHash } from "node:crypto";
import type { FaultRule } from "../../declaration/schema/faults";

/** What a rule has seen so far. */
export interface Progress {
  /** Calls it was about. */
  readonly matched: number;
  /** Of these, calls it hit. */
  readonly hits: number;
}

export const untouched: Progress = { matched: 0, hits: 0 };

/** Whether a rule hits the next call it is about. The same rule decides the same of the same sequence of calls. */
export function decides(
  rule: Pick<FaultRule, "after" | "first" | "times" | "rate" | "seed">,
  { matched, hits }: Progress,
): boolean {
  const { after = 0, first = Infinity, times = Infinity, rate, seed } = rule;
  if (matched < after || matched >= after + first || hits >= times) return false;
  return rate >= 1 || draw(seed, matched) < rate;
}

/** The same number from 0 up to 1 for the same seed and place in the sequence, evenly spread over places. */
export function draw(seed: number, place: number): number {
  return createHash("sha256").update(`${seed} ${place}`).digest().readUIntBE(0, 6) / 2 ** 48;
}
