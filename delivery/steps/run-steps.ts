import type { Step, StepEvent, StepsRun } from "./step";
import { StepFailure } from "./step-failure";

/**
 * Performs in order each step that is not done yet.
 * @param stop aborted: no further step is started; the one under way ends by itself
 * @throws StepFailure naming the step whose look or effect failed
 */
export async function runSteps(
  steps: readonly Step[],
  onEvent: (event: StepEvent) => void,
  stop?: AbortSignal,
): Promise<StepsRun> {
  const performed: string[] = [];
  const skipped: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (stop?.aborted) return { performed, skipped, remaining: steps.slice(index).map(({ id }) => id) };
    try {
      if (await step.isDone()) {
        skipped.push(step.id);
        onEvent({ type: "skipped", step });
        continue;
      }
      onEvent({ type: "started", step });
      const began = Date.now();
      await step.perform();
      performed.push(step.id);
      onEvent({ type: "done", step, seconds: (Date.now() - began) / 1000 });
    } catch (error) {
      throw new StepFailure(step, error);
    }
  }
  return { performed, skipped, remaining: [] };
}
