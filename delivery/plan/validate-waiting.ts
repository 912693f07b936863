import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadZone } from "../../declaration/load";
import { writeIds } from "../../declaration/lock-file";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { recordAddresses } from "../../declaration/record-addresses";
import type { Environment } from "../child-environment";
import { runTerraform } from "../run-terraform";
import { stackDirectory, synthesise } from "../synthesise";
import { errorsIn } from "../terraform-output";
import { synthesiseEach } from "./synthesise-each";

/** Stacks synthesised with placeholder ids, away from the zone and from the stacks that are ready. */
export interface WaitingStacks {
  /**
   * Initialises one without its state and validates it.
   * @returns why it could not be synthesised, or Terraform's errors; none when the provider accepts it
   */
  validate(stack: string, environment: Environment, stop?: AbortSignal): Promise<readonly string[]>;
  dispose(): void;
}

/**
 * Synthesises stacks that wait for ids from a copy of the zone in which every missing id is invented and every missing range
 * allocated. What comes out is fit to be validated and for nothing else, so it never leaves this directory.
 * @param parallelism as `synthesiseEach` has it
 */
export async function synthesiseWaiting(
  zoneDirectory: string,
  stacks: readonly string[],
  parallelism: number,
  stop?: AbortSignal,
): Promise<WaitingStacks> {
  const scratch = mkdtempSync(join(tmpdir(), "landfall-waiting-"));
  const dispose = (): void => rmSync(scratch, { recursive: true, force: true });
  try {
    const zone = join(scratch, "zone");
    const outDirectory = join(scratch, "out");
    cpSync(zoneDirectory, zone, { recursive: true });
    recordAddresses(zone);
    writeIds(zone, Object.fromEntries(withPlaceholderIds(loadZone(zone)).ids.entries()));
    const synthesiseThese = (these: readonly string[]): Promise<void> =>
      synthesise({ zoneDirectory: zone, outDirectory, stacks: these, stop });
    const failures = await synthesiseEach(stacks, synthesiseThese, parallelism, stop);
    return {
      validate: async (stack, environment, stop) => {
        const failure = failures.get(stack);
        if (failure !== undefined) return [failure];
        const directory = stackDirectory(outDirectory, stack);
        for (const args of [["init", "-backend=false", "-input=false"], ["validate"]]) {
          const run = await runTerraform([...args, "-no-color"], directory, environment, stop);
          if (run.code !== 0) return errorsIn(run.output.split("\n"));
        }
        return [];
      },
      dispose,
    };
  } catch (error) {
    dispose();
    throw error;
  }
}
