import type { Step } from "./step";
import { StepFailure } from "./step-failure";

export interface LookedAt {
  readonly step: Step;
  readonly isDone: boolean;
}

/** Which steps are done, without performing any. @throws StepFailure naming the step that could not be looked at */
export async function lookAt(steps: readonly Step[]): Promise<readonly LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const step of steps) {
    try {
      looked.push({ step, isDone: await step.isDone() });
    } catch (error) {
      throw new StepFailure(step, error);
    }
  }
  return looked;
}
