import { spawn } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(__dirname, "../..");

export interface Run {
  readonly code: number | null;
  /** Standard output and error as they came. */
  readonly output: string;
}

export interface RunningLandfall {
  readonly pid: number;
  readonly ended: Promise<Run>;
  /** Resolves when the output has this text; rejects when the program ends without. */
  says(text: string): Promise<void>;
  interrupt(): void;
}

/** Starts the program as a user does, in a process of its own. */
export function startLandfall(...args: readonly string[]): RunningLandfall {
  const child = spawn(process.execPath, ["landfall.mjs", ...args], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const waiting: { readonly text: string; readonly found: () => void }[] = [];
  const take = (chunk: Buffer): void => {
    output += chunk.toString();
    waiting.filter((wait) => output.includes(wait.text)).forEach((wait) => wait.found());
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<Run>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ code, output }));
  });
  return {
    pid: child.pid ?? 0,
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
