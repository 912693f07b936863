/** What came of asking one: an answer, or the name of the error that came instead (`States.Timeout` when nothing came in time). */
export type Replied<Answer> =
  { readonly from: string; readonly answer: Answer } | { readonly from: string; readonly failure: string };

/** Who answered what, and who did not. */
export interface Gathered<Answer> {
  readonly answers: readonly { readonly from: string; readonly answer: Answer }[];
  readonly missing: readonly { readonly from: string; readonly failure: string }[];
  /** Whether all answered. */
  readonly complete: boolean;
}

/** Parts replies for the aggregator of a scatter-gather; in the order in which they were asked. */
export function gathered<Answer>(replies: readonly Replied<Answer>[]): Gathered<Answer> {
  const answers = replies.flatMap((reply) => ("answer" in reply ? [reply] : []));
  const missing = replies.flatMap((reply) => ("failure" in reply ? [reply] : []));
  return { answers, missing, complete: missing.length === 0 };
}
