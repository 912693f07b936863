import { join } from "node:path";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { UserError } from "../declaration/user-error";
import { childEnvironment, type Environment } from "./child-environment";
import type { CredentialsFor } from "./credentials";
import type { StackResult } from "./deployment";
import { lockIds } from "./lock-ids";
import { runCdktf } from "./run-cdktf";
import { readStateIds } from "./state-ids";
import type { StopPatience } from "./stop-child";
import type { StackProgress } from "./terraform-output";

/** What every stack of a deployment is run with. */
export interface StackRun {
  readonly zoneDirectory: string;
  readonly outDirectory: string;
  readonly credentialsFor: CredentialsFor;
  /** Settings for Terraform and its provider: endpoint, proxy, TF_CLI_CONFIG_FILE … Empty for AWS itself. */
  readonly terraformEnv: Environment;
  /** Aborted: no further stack is started. */
  readonly stop?: AbortSignal | undefined;
  /**
   * Aborted: Terraform is interrupted where it runs. `stop` when absent. hashicorp/aws then abandons the calls under way, so that what AWS
   * was making may be missing from the state and in the way of the next run: fit for an AWS that is thrown away.
   */
  readonly interrupt?: AbortSignal | undefined;
  /** Aborted too: what still runs is killed. */
  readonly forceStop?: AbortSignal | undefined;
  readonly patience?: StopPatience | undefined;
}

/** Deploys one synthesised stack with its identity's credentials, then locks the ids it made. Never throws for the stack's own failure. */
export async function deployStack(
  run: StackRun,
  zone: LandingZone,
  spec: StackSpec,
  onProgress: (progress: StackProgress) => void,
): Promise<StackResult> {
  const started = Date.now();
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
    const outcome = await runCdktf({ ...run, stop, stack: spec.id, logFile, environment, onProgress });
    if (!outcome.ok) return failed(outcome.errors);
    const found = await readStateIds(spec, zone.regions.home, environment);
    if (!found)
      return failed([`Terraform succeeded, but there is no state at s3://${spec.state.bucket}/${spec.state.key}`]);
    const ids = lockIds(run.zoneDirectory, found).changes;
    return { stack: spec.id, status: "done", seconds: (Date.now() - started) / 1000, counts: outcome.counts, ids };
  } catch (error) {
    if (error instanceof UserError) return failed([`${error.message}\n${error.remedy}`]);
    return failed([error instanceof Error ? `${error.name}: ${error.message}` : String(error)]);
  }
}
