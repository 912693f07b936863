import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { cdktf, installation } from "./installation";
import { type StopPatience, stopChild } from "./stop-child";
import { errorsIn, initialProgress, readLine, type ResourceCounts, type StackProgress } from "./terraform-output";

export interface CdktfRun {
  readonly stack: string;
  /** Directory of a synthesised app: what cdktf calls its output. */
  readonly outDirectory: string;
  /** File that receives everything cdktf and Terraform print. */
  readonly logFile: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly onProgress: (progress: StackProgress) => void;
  readonly stop?: AbortSignal | undefined;
  readonly forceStop?: AbortSignal | undefined;
  readonly patience?: StopPatience | undefined;
}

export type CdktfOutcome =
  { readonly ok: true; readonly counts: ResourceCounts } | { readonly ok: false; readonly errors: readonly string[] };

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
export async function runCdktf(run: CdktfRun): Promise<CdktfOutcome> {
  const args = ["deploy", run.stack, "--skip-synth", "--auto-approve", "--skip-provider-lock", "--no-color"];
  const child = spawn(
    process.execPath,
    [
      "--import",
      `data:text/javascript,${encodeURIComponent(calmInk)}`,
      cdktf,
      ...args,
      "--ignore-missing-stack-dependencies",
      "--output",
      run.outDirectory,
    ],
    // A session of its own, so that the terminal's Ctrl-C reaches only Landfall, which then stops Terraform in order.
    { cwd: installation, env: run.environment, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const log = createWriteStream(run.logFile);
  const lines: string[] = [];
  let progress = initialProgress;
  const take = (raw: string): void => {
    const line = withoutPrefix(run.stack, raw);
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

/** cdktf puts the stack's name before the first line of each chunk, and as many spaces before the others. */
function withoutPrefix(stack: string, line: string): string {
  const width = stack.length + 2;
  const prefix = line.slice(0, width);
  return prefix === `${stack}  ` || (prefix.length === width && prefix.trim() === "") ? line.slice(width) : line;
}
