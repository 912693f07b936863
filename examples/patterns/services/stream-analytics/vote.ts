/** One vote. Its id is the voter's for this question: who votes twice has voted once. */
export interface Vote {
  readonly id: string;
  readonly choice: "yes" | "no" | "abstain";
  readonly at: string;
}

export const windowSeconds = 60;

const choices: readonly unknown[] = ["yes", "no", "abstain"];

/** Anybody who may put records on the stream can put what is none. */
export function isVote(data: unknown): data is Vote {
  const { id, choice, at } = Object(data) as Partial<Record<keyof Vote, unknown>>;
  return typeof id === "string" && choices.includes(choice) && typeof at === "string" && !Number.isNaN(Date.parse(at));
}
