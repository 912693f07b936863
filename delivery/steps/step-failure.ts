import type { Step } from "./step";

/** A step failed. The steps before it are done and stay done. */
export class StepFailure extends Error {
  /** What to do about it, as a full sentence. */
  readonly remedy: string;

  constructor(
    readonly step: Step,
    override readonly cause: unknown,
  ) {
    const { message, remedy } = causeOf(cause);
    super(`could not ${step.title}: ${message}`);
    this.name = "StepFailure";
    this.remedy = `${remedy}What was done stays done: running the same command again goes on with this step.`;
  }
}

/** What went wrong, and what to do about it when that is known, with a space behind. */
export function causeOf(cause: unknown): { readonly message: string; readonly remedy: string } {
  if (!(cause instanceof Error)) return { message: String(cause), remedy: "" };
  return { message: cause.message, remedy: "remedy" in cause ? `${String(cause.remedy)} ` : "" };
}
