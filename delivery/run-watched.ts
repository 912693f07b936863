import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { type StopPatience, stopChild } from "./stop-child";
import { errorsIn, initialProgress, readLine, type ResourceCounts, type StackProgress } from "./terraform-output";

/** What is the same for every way of applying a stack. */
export interface WatchedRun {
  /** File to which everything the program prints is added. */
  readonly logFile: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onProgress: (progress: StackProgress) => void;
  readonly stop?: AbortSignal | undefined;
  readonly forceStop?: AbortSignal | undefined;
  readonly patience?: StopPatience | undefined;
}

export interface WatchedProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  /** A line without what the program itself put around Terraform's. */
  readonly terraformLine?: (line: string) => string;
}

export type WatchedOutcome =
  { readonly ok: true; readonly counts: ResourceCounts } | { readonly ok: false; readonly errors: readonly string[] };

/** Runs a program that shows Terraform's human output: reports its progress, keeps its log, and stops it in order when asked to. */
export async function runWatched(run: WatchedRun, program: WatchedProgram): Promise<WatchedOutcome> {
  const { command, args, directory: cwd, terraformLine = (line) => line } = program;
  // A session of its own, so that the terminal's Ctrl-C reaches only Landfall, which then stops Terraform in order.
  const child = spawn(command, args, { cwd, env: run.environment, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const log = createWriteStream(run.logFile, { flags: "a" });
  const lines: string[] = [];
  let progress = initialProgress;
  const take = (raw: string): void => {
    const line = terraformLine(raw);
    log.write(`${line}\n`);
    lines.push(line);
    const next = readLine(progress, line);
    if (next !== progress) run.onProgress(next);
    progress = next;
  };
  createInterface({ input: child.stdout }).on("line", take);
  createInterface({ input: child.stderr }).on("line", take);
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= stopChild(child, run.patience, run.forceStop);
  };
  if (run.stop?.aborted) stop();
  run.stop?.addEventListener("abort", stop, { once: true });
  try {
    const code = await new Promise<number | null>((done, fail) => {
      child.once("error", fail);
      child.once("close", done);
    });
    await stopping;
    if (code === 0 && stopping === undefined) return { ok: true, counts: progress.counts ?? noCounts };
    return { ok: false, errors: stopping ? ["interrupted"] : errorsIn(lines) };
  } finally {
    run.stop?.removeEventListener("abort", stop);
    log.end();
  }
}

const noCounts: ResourceCounts = { added: 0, changed: 0, destroyed: 0 };
