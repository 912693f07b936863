import { execFile } from "node:child_process";
import type { Environment } from "./child-environment";

/** A Terraform command that ended. */
export interface TerraformRun {
  readonly code: number;
  readonly stdout: string;
  /** Standard output and then standard error. */
  readonly output: string;
}

/** What one command may print: a large stack's plan as JSON has tens of MiB. */
const outputLimitBytes = 256 * 2 ** 20;

/**
 * Runs Terraform where a stack was synthesised, and never throws for its failure.
 * @param directory of the stack's `cdk.tf.json`
 * @param stop aborted: Terraform is interrupted
 */
export function runTerraform(
  args: readonly string[],
  directory: string,
  environment: Environment,
  stop?: AbortSignal,
): Promise<TerraformRun> {
  const options = {
    cwd: directory,
    env: environment,
    maxBuffer: outputLimitBytes,
    ...(stop ? { signal: stop, killSignal: "SIGINT" as const } : {}),
  };
  return new Promise((done) => {
    execFile("terraform", [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      done({ code, stdout, output: `${stdout}\n${stderr}` });
    });
  });
}
