import type { LookedAt } from "../delivery/steps/look-at";
import type { StepEvent } from "../delivery/steps/step";
import { paint } from "./paint";

/** A plan of steps, a line each, with those that are done marked. */
export function stepsLines(looked: readonly LookedAt[]): readonly string[] {
  return looked.map(({ step, isDone }, index) => {
    const line = `${String(index + 1).padStart(3)}. ${step.title}`;
    return isDone ? paint("dim", `${line} (done)`) : line;
  });
}

/** Tells what happens to a step; what was done already is not told again. */
export function stepLine(event: StepEvent, say: (line: string) => void): void {
  switch (event.type) {
    case "skipped":
      break;
    case "started":
      say(`… ${event.step.title}`);
      break;
    case "done":
      say(`${paint("green", "ok")} ${event.step.title} in ${event.seconds.toFixed(1)} s`);
  }
}
