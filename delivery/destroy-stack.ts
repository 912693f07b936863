import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { UserError } from "../declaration/user-error";
import { childEnvironment } from "./child-environment";
import type { StackRun } from "./deploy-stack";
import { onRecord } from "./locks/run-record";
import { freeStaleLock } from "./recovery/stale-lock";
import { runWatched } from "./run-watched";
import { stackDirectory, synthesise } from "./synthesise";

/** A stack to destroy, and the zone that still has it. */
export interface Destruction {
  readonly spec: StackSpec;
  readonly zone: LandingZone;
  readonly zoneDirectory: string;
}

/**
 * Synthesises a stack and destroys it by plain Terraform with its identity's credentials. `cdktf destroy` would add nothing but a
 * manifest in which the stack must still be.
 * @param run its `zoneDirectory` is not read
 * @throws UserError with Terraform's errors and the file that holds everything it printed
 */
export async function destroyStack(run: StackRun, { spec, zone, zoneDirectory }: Destruction): Promise<void> {
  const outDirectory = join(run.outDirectory, "destroyed");
  const logs = join(run.outDirectory, "logs");
  const logFile = join(logs, `${spec.id}-destroy.log`);
  mkdirSync(logs, { recursive: true });
  await synthesise({ zoneDirectory, outDirectory, stacks: [spec.id] });
  const environment = childEnvironment(process.env, run.terraformEnv, await run.credentialsFor(spec, zone));
  const stop = run.interrupt ?? run.stop;
  const directory = stackDirectory(outDirectory, spec.id);
  await freeStaleLock(zone, spec, environment, run, directory);
  const destroy = async (): Promise<void> => {
    for (const args of commands) {
      const outcome = await runWatched(
        { ...run, stop, logFile, environment, onProgress: () => undefined },
        { command: "terraform", args, directory },
      );
      if (outcome.ok) continue;
      throw new UserError(
        `terraform ${args[0]} of ${spec.id} failed:\n${outcome.errors.join("\n")}`,
        `Everything it printed: ${logFile}.`,
      );
    }
  };
  // Twice: as a run on the stack, and as one that destroyed.
  await onRecord(stackDirectory(run.outDirectory, spec.id), () => onRecord(directory, destroy));
}

/** `-reconfigure`: the directory may hold the settings of an earlier run. */
const commands = [
  ["init", "-input=false", "-no-color", "-reconfigure"],
  ["destroy", "-auto-approve", "-input=false", "-no-color"],
] as const;
