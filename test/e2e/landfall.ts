import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");

export interface Run {
  readonly code: number | null;
  /** Standard output and error as they came. */
  readonly output: string;
  readonly stdout: string;
}

export interface RunningLandfall {
  readonly pid: number;
  /** What it has printed so far. */
  output(): string;
  readonly ended: Promise<Run>;
  /** Resolves when the output has this text; rejects when the program ends without. */
  says(text: string): Promise<void>;
  interrupt(): void;
}

/** Starts the program as a user does, in a process of its own. */
export function startLandfall(...args: readonly string[]): RunningLandfall {
  return start(args, process.env);
}

function start(args: readonly string[], env: NodeJS.ProcessEnv, cwd = root): RunningLandfall {
  const stdio = ["ignore", "pipe", "pipe"] as const;
  const child = spawn(process.execPath, [join(root, "landfall.mjs"), ...args], { cwd, stdio: [...stdio], env });
  let output = "";
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  const waiting: { readonly text: string; readonly found: () => void }[] = [];
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    waiting.filter((wait) => output.includes(wait.text)).forEach((wait) => wait.found());
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<Run>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ code, output, stdout }));
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    says: (text) =>
      new Promise((found, fail) => {
        if (output.includes(text)) found();
        waiting.push({ text, found });
        void ended.then(() => fail(new Error(`ended without saying "${text}":\n${output}`)));
      }),
    interrupt: () => child.kill("SIGINT"),
  };
}

export function landfall(...args: readonly string[]): Promise<Run> {
  return startLandfall(...args).ended;
}

/** Runs a command with other environment variables on top of the test's own. */
export function landfallIn(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  return start(args, { ...process.env, ...environment }).ended;
}

/** Starts the program in another directory, with other environment variables on top of the test's own. */
export function startLandfallIn(
  directory: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): RunningLandfall {
  return start(args, { ...process.env, ...environment }, directory);
}
