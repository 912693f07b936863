import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { projectAt } from "../declaration/project";
import { cdktf } from "./installation";
import { previousLog } from "./recovery/logged-ids";
import { runWatched, type WatchedOutcome, type WatchedRun } from "./run-watched";

export interface CdktfRun extends WatchedRun {
  readonly stack: string;
  /** Directory of a synthesised app: what cdktf calls its output. */
  readonly outDirectory: string;
}

/** Loaded into cdktf's process before cdktf. */
const cdktfProcess = join(__dirname, "cdktf-process.cjs");

/**
 * Runs the real `cdktf deploy` for one stack: Terraform's init, apply and output.
 *
 * One process a stack, not one for several: a cdktf process initialises its stacks one after the other before it applies any,
 * stops all of them when one fails, and has one set of credentials.
 */
export function runCdktf(run: CdktfRun): Promise<WatchedOutcome> {
  if (existsSync(run.logFile)) renameSync(run.logFile, previousLog(run.logFile));
  return runWatched(run, {
    command: process.execPath,
    args: [
      "--require",
      cdktfProcess,
      cdktf,
      ...["deploy", run.stack, "--skip-synth", "--auto-approve", "--skip-provider-lock", "--no-color"],
      "--ignore-missing-stack-dependencies",
      "--output",
      run.outDirectory,
    ],
    directory: projectAt().directory,
    terraformLine: (line) => withoutPrefix(run.stack, line),
  });
}

/** cdktf puts the stack's name before the first line of each chunk, and as many spaces before the others. */
function withoutPrefix(stack: string, line: string): string {
  const width = stack.length + 2;
  const prefix = line.slice(0, width);
  return prefix === `${stack}  ` || (prefix.length === width && prefix.trim() === "") ? line.slice(width) : line;
}
