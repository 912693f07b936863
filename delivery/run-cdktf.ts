import { existsSync, renameSync } from "node:fs";
import { projectAt } from "../declaration/project";
import { cdktf } from "./installation";
import { previousLog } from "./recovery/logged-ids";
import { runWatched, type WatchedOutcome, type WatchedRun } from "./run-watched";

export interface CdktfRun extends WatchedRun {
  readonly stack: string;
  /** Directory of a synthesised app: what cdktf calls its output. */
  readonly outDirectory: string;
}

/**
 * cdktf draws with Ink, also where nobody looks: it wraps Terraform's lines at 80 columns where there is no terminal, and lays everything
 * out again for each of its spinner's 12 frames a second. Wider and slower halves its processor time.
 */
const calmInk = `
  process.stdout.columns = 200;
  const every = globalThis.setInterval;
  globalThis.setInterval = (work, milliseconds, ...rest) => every(work, Math.max(milliseconds, 2000), ...rest);
`;

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
      "--import",
      `data:text/javascript,${encodeURIComponent(calmInk)}`,
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
