import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { descendantsOf, processTable } from "../../delivery/process-table";
import type { Run } from "./landfall";

/** A run of the program that a test may end as a power cut would. */
export interface Killable {
  readonly ended: Promise<Omit<Run, "stdout">>;
  /** SIGKILL to it and to everything it started: cdktf, Terraform, the provider. */
  readonly kill: () => Promise<void>;
}

/** Starts the program in a process of its own, with these environment variables and no AWS credentials of the machine's. */
export function startKillable(environment: Readonly<Record<string, string>>, args: readonly string[]): Killable {
  const child = spawn(process.execPath, ["landfall.mjs", ...args], {
    cwd: resolve(__dirname, "../.."),
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ code, output }));
  });
  return {
    ended,
    kill: async () => {
      const { pid } = child;
      if (pid === undefined) return;
      const below = descendantsOf(pid, await processTable()).map((entry) => entry.pid);
      for (const victim of [pid, ...below]) {
        try {
          process.kill(victim, "SIGKILL");
        } catch {
          // It ended with its parent.
        }
      }
      await ended;
    },
  };
}
