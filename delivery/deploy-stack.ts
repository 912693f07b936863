import { join } from "node:path";
import { idsFrom } from "../declaration/ids";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { UserError } from "../declaration/user-error";
import { runTasks } from "./account-tasks/run-tasks";
import { checkBeforeStack, tasksOfStack } from "./account-tasks/tasks-of-stack";
import { childEnvironment, type Environment } from "./child-environment";
import type { CredentialsFor } from "./credentials";
import type { StackResult } from "./deployment";
import { lockIds } from "./lock-ids";
import { onRecord } from "./locks/run-record";
import { endRecovery, markLacking } from "./recovery/import-file";
import { recoverStack } from "./recovery/recover-stack";
import type { RecoveryOptions } from "./recovery/stale-lock";
import { leavingOfStack } from "./routing/leaving-of-stack";
import { assertLetGo } from "./routing/let-go";
import { type CdktfRun, runCdktf } from "./run-cdktf";
import type { WatchedOutcome } from "./run-watched";
import { readStateIds } from "./state-ids";
import type { StopPatience } from "./stop-child";
import { stackDirectory } from "./synthesise";
import type { StackProgress } from "./terraform-output";

/** What every stack of a deployment is run with. */
export interface StackRun extends RecoveryOptions {
  readonly zoneDirectory: string;
  readonly outDirectory: string;
  readonly credentialsFor: CredentialsFor;
  /** Settings for Terraform and its provider: endpoint, proxy, TF_CLI_CONFIG_FILE … Empty for AWS itself. */
  readonly terraformEnv: Environment;
  /** Aborted: no further stack is started. */
  readonly stop?: AbortSignal | undefined;
  /**
   * Aborted: Terraform is interrupted where it runs. `stop` when absent. hashicorp/aws then abandons the calls under way, so that what AWS
   * was making may be missing from the state until the next run has found it.
   */
  readonly interrupt?: AbortSignal | undefined;
  /** Aborted too: what still runs is killed. */
  readonly forceStop?: AbortSignal | undefined;
  readonly patience?: StopPatience | undefined;
}

/**
 * Deploys one synthesised stack with its identity's credentials, then locks the ids it made and performs the
 * stack's tasks. Never throws for the stack's own failure.
 * @param apply what changes AWS
 */
export async function deployStack(
  run: StackRun,
  zone: LandingZone,
  spec: StackSpec,
  onProgress: (progress: StackProgress) => void,
  apply: (run: CdktfRun) => Promise<WatchedOutcome> = runCdktf,
): Promise<StackResult> {
  const started = Date.now();
  const directory = stackDirectory(run.outDirectory, spec.id);
  const logFile = join(run.outDirectory, "logs", `${spec.id}.log`);
  const failed = (errors: readonly string[]): StackResult => ({
    stack: spec.id,
    status: "failed",
    seconds: (Date.now() - started) / 1000,
    errors,
    logFile,
  });
  try {
    const credentials = await run.credentialsFor(spec, zone);
    const environment = childEnvironment(process.env, run.terraformEnv, credentials);
    const stop = run.interrupt ?? run.stop;
    const scope = { zone, spec, credentialsFor: run.credentialsFor, environment };
    await checkBeforeStack(scope);
    await assertLetGo(scope);
    const recovers = apply === runCdktf;
    await recoverStack({ ...run, zone, spec, environment, logFile, stop, applies: recovers });
    const outcome = await onRecord(directory, () =>
      apply({ ...run, stop, stack: spec.id, logFile, environment, onProgress }),
    );
    // An interrupted provider abandons its calls; AWS goes on with them.
    if (!outcome.ok && stop?.aborted) markLacking(directory);
    if (!outcome.ok) return failed(outcome.errors);
    if (recovers) endRecovery(directory);
    const found = await readStateIds(spec, zone.regions.home, environment);
    if (!found)
      return failed([`Terraform succeeded, but there is no state at s3://${spec.state.bucket}/${spec.state.key}`]);
    const { ids, changes } = lockIds(run.zoneDirectory, found, leavingOfStack(zone, spec.id));
    const tasks = await runTasks(await tasksOfStack({ ...scope, zone: { ...zone, ids: idsFrom(ids) } }));
    const seconds = (Date.now() - started) / 1000;
    return { stack: spec.id, status: "done", seconds, counts: outcome.counts, ids: changes, tasks };
  } catch (error) {
    if (error instanceof UserError) return failed([`${error.message}\n${error.remedy}`]);
    return failed([error instanceof Error ? `${error.name}: ${error.message}` : String(error)]);
  }
}
