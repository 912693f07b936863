import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { recordAddresses } from "../../declaration/record-addresses";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { writeJson } from "../../declaration/source/write-json";
import { waitingFor } from "../../declaration/waiting";
import { defaultParallelism } from "../capacity";
import { checkBeforeStack } from "../account-tasks/tasks-of-stack";
import { childEnvironment, type Environment } from "../child-environment";
import type { StackRun } from "../deploy-stack";
import { pluginCache, pluginCacheEnvironment } from "../plugin-cache";
import { readOnlyOverride } from "../read-only-credentials";
import { runTerraform } from "../run-terraform";
import { initialState } from "../schedule";
import { stackDirectory, synthesise } from "../synthesise";
import { errorsIn } from "../terraform-output";
import { failureText } from "./failure-text";
import { inParallel } from "./in-parallel";
import { planFileName, savePlan } from "./saved-plan";
import { synthesiseEach } from "./synthesise-each";
import { terraformPlan } from "./terraform-plan";
import { synthesiseWaiting, type WaitingStacks } from "./validate-waiting";
import { whatIsMissing } from "./what-is-missing";
import type { PlannedStack, ZonePlan } from "./zone-plan";

export interface ZonePlanOptions extends Omit<StackRun, "interrupt" | "forceStop" | "patience"> {
  /** Ids of the stacks to plan; all when empty. */
  readonly only: readonly string[];
  readonly parallelism?: number | undefined;
  /** Directory that receives the plans, to be applied as they are. Ranges are recorded in the zone, as a deployment does. */
  readonly save?: string | undefined;
  /** The credentials are those of roles that read; platform stacks' providers then assume such a role, too. */
  readonly readOnly?: boolean | undefined;
  readonly onPlanned?: ((plan: PlannedStack) => void) | undefined;
}

/** What every stack of one run is planned with. */
interface Run {
  readonly options: ZonePlanOptions;
  readonly zone: LandingZone;
  /** Stack that is ready but could not be synthesised → why. */
  readonly failures: ReadonlyMap<string, string>;
  readonly waiting: WaitingStacks | undefined;
  /** Like Terraform's init, but the first fills the plugin cache alone. */
  readonly init: (initialise: () => Promise<readonly string[]>) => Promise<readonly string[]>;
}

/**
 * Plans stacks against what is there, each with its own identity's credentials. A stack whose ids are not locked cannot be planned;
 * it is synthesised with placeholders and validated. A stack that fails, be it to synthesise, does not stop the others.
 * @throws DeclarationError, UserError for a zone that does not validate or a stack it does not have
 */
export async function planZone(options: ZonePlanOptions): Promise<ZonePlan> {
  const { zoneDirectory, outDirectory, save, stop } = options;
  const { parallelism = defaultParallelism(), onPlanned = () => undefined } = options;
  if (save !== undefined) recordAddresses(zoneDirectory);
  const zone = loadZone(zoneDirectory);
  const selected = initialState(zone, options.only);
  const specs = stacksOf(zone).filter(({ id }) => selected.has(id));
  const isReady = (spec: StackSpec): boolean => waitingFor(zone, spec).length === 0;
  const idsOf = (stacks: readonly StackSpec[]): readonly string[] => stacks.map(({ id }) => id);
  const [ready, unready] = [specs.filter(isReady), specs.filter((spec) => !isReady(spec))];
  mkdirSync(outDirectory, { recursive: true });
  const synthesiseReady = (stacks: readonly string[]): Promise<void> =>
    synthesise({ zoneDirectory, outDirectory, stacks, stop });
  const failures = await synthesiseEach(idsOf(ready), synthesiseReady, parallelism, stop);
  const waiting =
    unready.length > 0 ? await synthesiseWaiting(zoneDirectory, idsOf(unready), parallelism, stop) : undefined;
  try {
    const cache = pluginCache(options.terraformEnv);
    const run: Run = {
      options,
      zone,
      failures,
      waiting,
      init: async (initialise) => {
        await cache.turn();
        return initialise().finally(() => cache.observe("ended"));
      },
    };
    const plan = async (spec: StackSpec): Promise<PlannedStack> => {
      const planned = await planStack(run, spec);
      onPlanned(planned);
      return planned;
    };
    return { stacks: await inParallel(specs, parallelism, plan, stop) };
  } finally {
    waiting?.dispose();
  }
}

async function planStack(run: Run, spec: StackSpec): Promise<PlannedStack> {
  const started = Date.now();
  const seconds = (): number => (Date.now() - started) / 1000;
  const failed = (errors: readonly string[]): PlannedStack => ({
    stack: spec.id,
    status: "failed",
    errors,
    seconds: seconds(),
  });
  try {
    const missing = waitingFor(run.zone, spec);
    if (missing.length > 0) {
      const errors = await validated(run, spec);
      if (errors.length > 0) return failed(errors);
      return { stack: spec.id, status: "validated", waitsFor: whatIsMissing(spec, missing), seconds: seconds() };
    }
    const failure = run.failures.get(spec.id);
    return failure === undefined ? await planReady(run, spec, failed, seconds) : failed([failure]);
  } catch (error) {
    return failed([failureText(error)]);
  }
}

/** Terraform merges files of such a name over the others (Terraform docs, "Override Files"). */
const overrideName = "read_only_override.tf.json";

/** Validation needs no credentials: Terraform calls no API for it. */
async function validated({ options, waiting, init }: Run, spec: StackSpec): Promise<readonly string[]> {
  const environment = terraformEnvironment(options, {});
  return init(async () => (await waiting?.validate(spec.id, environment, options.stop)) ?? []);
}

async function planReady(
  { options, zone, init }: Run,
  spec: StackSpec,
  failed: (errors: readonly string[]) => PlannedStack,
  seconds: () => number,
): Promise<PlannedStack> {
  const directory = stackDirectory(options.outDirectory, spec.id);
  const { credentialsFor } = options;
  const environment = terraformEnvironment(options, await credentialsFor(spec, zone));
  await checkBeforeStack({ zone, spec, credentialsFor, environment });
  const override = options.readOnly ? readOnlyOverride(zone, spec) : undefined;
  if (override) writeJson(join(directory, overrideName), override);
  const initErrors = await init(async () => {
    const { code, output } = await runTerraform(
      ["init", "-input=false", "-no-color"],
      directory,
      environment,
      options.stop,
    );
    return code === 0 ? [] : errorsIn(output.split("\n"));
  });
  if (initErrors.length > 0) return failed(initErrors);
  const { changes, errors } = await terraformPlan(spec.id, directory, environment, planFileName, options.stop);
  if (errors.length > 0) return failed(errors);
  if (options.save !== undefined) savePlan(options.save, zone, spec.id, directory);
  return { stack: spec.id, status: "planned", changes, seconds: seconds() };
}

function terraformEnvironment({ terraformEnv }: ZonePlanOptions, credentials: Environment): Record<string, string> {
  return childEnvironment(process.env, { ...pluginCacheEnvironment(terraformEnv), ...terraformEnv }, credentials);
}
