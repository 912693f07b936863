import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import { deploy, type DeployOptions } from "../deploy";
import { deployStack } from "../deploy-stack";
import type { Deployment } from "../deployment";
import { pluginCacheEnvironment } from "../plugin-cache";
import { markLacking, mayLackObjects } from "../recovery/import-file";
import type { WatchedOutcome, WatchedRun } from "../run-watched";
import { stackDirectory, type Synthesis, synthesise } from "../synthesise";
import { runSavedPlan } from "./run-saved-plan";
import { readSavedPlans, savedDirectory, type SavedPlan, synthesisHash } from "./saved-plan";

export interface ApplyOptions extends DeployOptions {
  /** Directory of the plans that `planZone` saved. */
  readonly plans: string;
}

/**
 * Applies saved plans, each as it is, in deployment order, and locks the ids they make. A plan is refused when the zone no
 * longer synthesises to what was planned, and by Terraform when the state has moved on.
 * @param options `only`: of these stacks; of all that are saved when empty
 * @throws UserError for a plan that is missing, not whole, of another zone or of another synthesis
 */
export async function applySaved(options: ApplyOptions): Promise<Deployment> {
  const { plans, only = [], terraformEnv } = options;
  const saved = readSavedPlans(plans);
  const missing = only.filter((stack) => !saved.has(stack));
  if (missing.length > 0) {
    throw new UserError(`no plan of ${missing.join(", ")} is saved in ${plans}`, savedAre([...saved.keys()]));
  }
  checkOrganization(loadZone(options.zoneDirectory), [...saved.values()]);
  const run = {
    ...options,
    only: only.length > 0 ? only : [...saved.keys()],
    terraformEnv: { ...pluginCacheEnvironment(terraformEnv), ...terraformEnv },
  };
  return deploy(run, {
    synthesise: (synthesis) => checkSynthesis(synthesis, saved),
    deployStack: (stackRun, zone, spec, onProgress) =>
      deployStack(stackRun, zone, spec, onProgress, (watched) =>
        applyPlan(watched, savedDirectory(plans, spec.id), stackDirectory(stackRun.outDirectory, spec.id)),
      ),
  });
}

/** Terraform leaves a state that it could not write beside the plan; the next run looks beside the stack. */
async function applyPlan(watched: WatchedRun, planDirectory: string, directory: string): Promise<WatchedOutcome> {
  const outcome = await runSavedPlan(watched, planDirectory);
  if (mayLackObjects(planDirectory)) markLacking(directory);
  return outcome;
}

function savedAre(stacks: readonly string[]): string {
  return `Plans there are of ${stacks.join(", ")}.`;
}

function checkOrganization({ organization }: LandingZone, saved: readonly SavedPlan[]): void {
  const foreign = saved.find((plan) => plan.organization !== organization.name);
  if (foreign === undefined) return;
  throw new UserError(
    `the plan of ${foreign.stack} is of the organisation ${foreign.organization}, not of ${organization.name}`,
    "Name the zone it was made from with --zone.",
  );
}

/** Synthesises anew, aside, and compares: what was reviewed must be what the zone says now. */
async function checkSynthesis(synthesis: Synthesis, saved: ReadonlyMap<string, SavedPlan>): Promise<void> {
  const outDirectory = mkdtempSync(join(tmpdir(), "landfall-apply-"));
  try {
    await synthesise({ ...synthesis, outDirectory });
    const changed = synthesis.stacks.filter(
      (stack) => synthesisHash(stackDirectory(outDirectory, stack)) !== saved.get(stack)?.synthesis,
    );
    if (changed.length === 0) return;
    throw new UserError(
      `the zone has changed since ${changed.join(", ")} ${changed.length === 1 ? "was" : "were"} planned`,
      "Plan again: `landfall plan --save`.",
    );
  } finally {
    rmSync(outDirectory, { recursive: true, force: true });
  }
}
