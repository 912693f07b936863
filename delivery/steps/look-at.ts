import type { Step } from "./step";
import { causeOf } from "./step-failure";

export interface LookedAt {
  readonly step: Step;
  readonly isDone: boolean;
}

/** Whether a step is done could not be found out. */
export class LookFailure extends Error {
  /** What to do about it, as full sentences. */
  readonly remedy: string;

  constructor(step: Step, cause: unknown) {
    const { message, remedy } = causeOf(cause);
    super(`could not see whether this is done: ${step.title}: ${message}`, { cause });
    this.name = "LookFailure";
    this.remedy = `${remedy}Looking changes nothing: run the same command again.`;
  }
}

/** Which steps are done, without performing any. @throws LookFailure naming the step that could not be looked at */
export async function lookAt(steps: readonly Step[]): Promise<readonly LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const step of steps) {
    try {
      looked.push({ step, isDone: await step.isDone() });
    } catch (error) {
      throw new LookFailure(step, error);
    }
  }
  return looked;
}
