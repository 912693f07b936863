import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadZone } from "../declaration/load";
import type { LandingZone } from "../declaration/model";
import { type StackSpec, stacksOf } from "../declaration/stacks";
import { waitingFor } from "../declaration/waiting";
import { defaultParallelism } from "./capacity";
import { childEnvironment } from "./child-environment";
import type { StackRun } from "./deploy-stack";
import { type PlannedChange, plannedChanges } from "./planned-change";
import { stackDirectory, synthesise } from "./synthesise";
import { errorsIn } from "./terraform-output";

/** What a plan of one stack found. */
export interface StackPlan {
  readonly stack: string;
  readonly changes: readonly PlannedChange[];
  /** Resource types the stack declares. */
  readonly types: readonly string[];
  /** Terraform's errors when it could not plan; the changes are empty then. */
  readonly errors: readonly string[];
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
  const plans = new Map<string, StackPlan>();
  const queue = [...specs];
  const worker = async (): Promise<void> => {
    for (let spec = queue.shift(); spec && !stop?.aborted; spec = queue.shift()) {
      plans.set(spec.id, await planStack(options, zone, spec));
    }
  };
  await Promise.all(Array.from({ length: parallelism }, worker));
  return specs.flatMap(({ id }) => plans.get(id) ?? []);
}

async function planStack(options: PlanOptions, zone: LandingZone, spec: StackSpec): Promise<StackPlan> {
  const directory = stackDirectory(options.outDirectory, spec.id);
  const credentials = await options.credentialsFor(spec, zone);
  const environment = childEnvironment(process.env, options.terraformEnv, credentials);
  const terraform = (...args: string[]): Promise<Finished> => run(args, directory, environment, options.stop);
  const types = resourceTypes(join(directory, "cdk.tf.json"));
  const result = { stack: spec.id, changes: [], types, errors: [] };
  const plan = await terraform(
    "plan",
    "-input=false",
    "-no-color",
    "-lock=false",
    "-detailed-exitcode",
    `-out=${planFile}`,
  );
  if (plan.code === exitCodes.noChange) return result;
  if (plan.code !== exitCodes.changes) return { ...result, errors: errorsIn(plan.output.split("\n")) };
  const shown = await terraform("show", "-json", planFile);
  if (shown.code !== 0) return { ...result, errors: errorsIn(shown.output.split("\n")) };
  return { ...result, changes: plannedChanges(spec.id, shown.stdout) };
}

/** Terraform docs, `terraform plan`, -detailed-exitcode. */
const exitCodes = { noChange: 0, changes: 2 } as const;

interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly output: string;
}

function run(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Finished> {
  return new Promise((done) => {
    const options = {
      cwd,
      env,
      maxBuffer: 256 * 2 ** 20,
      ...(signal ? { signal, killSignal: "SIGINT" as const } : {}),
    };
    execFile("terraform", [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      done({ code, stdout, output: `${stdout}\n${stderr}` });
    });
  });
}

function resourceTypes(file: string): readonly string[] {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  const resources: unknown =
    typeof content === "object" && content !== null ? Reflect.get(content, "resource") : undefined;
  return typeof resources === "object" && resources !== null ? Object.keys(resources) : [];
}
