import type { Step } from "./step";

/** A step failed. The steps before it are done and stay done. */
export class StepFailure extends Error {
  /** What to do about it, as a full sentence. */
  readonly remedy: string;

  constructor(
    readonly step: Step,
    override readonly cause: unknown,
  ) {
    super(`could not ${step.title}: ${cause instanceof Error ? cause.message : String(cause)}`);
    this.name = "StepFailure";
    const own = cause instanceof Error && "remedy" in cause ? `${String(cause.remedy)} ` : "";
    this.remedy = `${own}What was done stays done: running the same command again goes on with this step.`;
  }
}
