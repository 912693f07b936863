import { rmSync } from "node:fs";
import { runWatched, type WatchedOutcome, type WatchedRun } from "../run-watched";
import { planFileName } from "./saved-plan";

/**
 * Applies the plan in a directory, and nothing but that plan: `terraform init`, then `terraform apply PLAN`. Terraform itself refuses
 * it when the state has moved on since ("Saved plan is stale").
 */
export async function runSavedPlan(run: WatchedRun, directory: string): Promise<WatchedOutcome> {
  rmSync(run.logFile, { force: true });
  const terraform = (...args: readonly string[]): Promise<WatchedOutcome> =>
    runWatched(run, { command: "terraform", args, directory });
  const initialised = await terraform("init", "-input=false", "-no-color");
  return initialised.ok ? terraform("apply", "-input=false", "-no-color", planFileName) : initialised;
}
