import { describe, expect, test } from "@jest/globals";
import { UserError } from "../../../declaration/user-error";
import { runSteps } from "../../../delivery/steps/run-steps";
import type { Step, StepEvent } from "../../../delivery/steps/step";
import { StepFailure } from "../../../delivery/steps/step-failure";

function stepsOf(world: Set<string>, effects: string[], ids: readonly string[]): Step[] {
  return ids.map((id) => ({
    id,
    title: `do ${id}`,
    isDone: () => Promise.resolve(world.has(id)),
    perform: () => {
      effects.push(id);
      world.add(id);
      return Promise.resolve();
    },
  }));
}

describe("steps", () => {
  test("those that are not done are performed, in order", async () => {
    const effects: string[] = [];
    const events: string[] = [];
    const tell = (event: StepEvent): void => void events.push(`${event.type} ${event.step.id}`);
    const run = await runSteps(stepsOf(new Set(["b"]), effects, ["a", "b", "c"]), tell);
    expect(effects).toEqual(["a", "c"]);
    expect(run).toEqual({ performed: ["a", "c"], skipped: ["b"], remaining: [] });
    expect(events).toEqual(["started a", "done a", "skipped b", "started c", "done c"]);
  });

  test("a stop lets the step under way end and starts no other", async () => {
    const effects: string[] = [];
    const stop = new AbortController();
    const steps = stepsOf(new Set(), effects, ["a", "b", "c"]);
    const run = await runSteps(steps, (event) => event.type === "started" && stop.abort(), stop.signal);
    expect(effects).toEqual(["a"]);
    expect(run).toEqual({ performed: ["a"], skipped: [], remaining: ["b", "c"] });
  });

  test("a failure names the step, keeps the cause's remedy and says how to go on", async () => {
    const world = new Set<string>();
    const failing: Step = {
      id: "x",
      title: "empty the bucket orders",
      isDone: () => Promise.resolve(false),
      perform: () => Promise.reject(new UserError("the bucket is locked", "Unlock it.")),
    };
    const run = runSteps([...stepsOf(world, [], ["a"]), failing, ...stepsOf(world, [], ["c"])], () => undefined);
    const failure: unknown = await run.catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StepFailure);
    expect(failure).toMatchObject({
      message: "could not empty the bucket orders: the bucket is locked",
      remedy: "Unlock it. What was done stays done: running the same command again goes on with this step.",
    });
    expect([...world]).toEqual(["a"]);
  });
});
