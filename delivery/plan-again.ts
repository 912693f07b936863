import { loadZone } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import { type StackSpec, stacksOf } from "../declaration/stacks";
import { waitingFor } from "../declaration/waiting";
import { defaultParallelism } from "./capacity";
import { childEnvironment } from "./child-environment";
import type { StackRun } from "./deploy-stack";
import { inParallel } from "./plan/in-parallel";
import { terraformPlan, type TerraformPlan } from "./plan/terraform-plan";
import { stackDirectory, synthesise } from "./synthesise";

/** What a plan of one stack found. */
export interface StackPlan extends TerraformPlan {
  readonly stack: string;
}

export interface PlanOptions extends StackRun {
  readonly parallelism?: number | undefined;
  readonly only?: readonly string[] | undefined;
}

/** A plan file in the stack's directory, overwritten each time. */
const planFile = "again.tfplan";

/**
 * Synthesises the zone anew, with all ids locked, and plans every stack against what is there. After a deployment nothing should
 * change. Stacks must have been initialised in the output directory: `deploy` does that.
 */
export async function planAgain(options: PlanOptions): Promise<readonly StackPlan[]> {
  const { zoneDirectory, outDirectory, only = [], stop } = options;
  const { parallelism = Math.min(3, defaultParallelism()) } = options;
  const zone = loadZone(zoneDirectory);
  const specs = stacksOf(zone)
    .filter((spec) => only.length === 0 || only.includes(spec.id))
    .filter((spec) => waitingFor(zone, spec).length === 0);
  await synthesise({ zoneDirectory, outDirectory, stacks: specs.map(({ id }) => id), stop });
  return inParallel(specs, parallelism, (spec) => planStack(options, zone, spec), stop);
}

async function planStack(options: PlanOptions, zone: LandingZone, spec: StackSpec): Promise<StackPlan> {
  const directory = stackDirectory(options.outDirectory, spec.id);
  const credentials = await options.credentialsFor(spec, zone);
  const environment = childEnvironment(process.env, options.terraformEnv, credentials);
  const plan = await terraformPlan(spec.id, directory, environment, planFile, options.stop);
  return { stack: spec.id, ...plan };
}
