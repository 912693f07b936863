import { spawn } from "node:child_process";
import { createServer, type IncomingMessage } from "node:http";
import { join, resolve } from "node:path";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";

/** A task of a state machine, as Step Functions is asked to do it. */
export interface AskedTask {
  readonly resource: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Ended {
  readonly name: string;
  readonly status: string;
  readonly output: string | null;
  readonly error: string | null;
  readonly states: readonly string[];
}

/** Runs executions side by side by MiniStack's Step Functions, whose tasks are done in this process. */
export async function runExecutions(
  definition: object,
  executions: readonly { readonly name: string; readonly input: object }[],
  perform: (task: AskedTask) => Promise<unknown>,
): Promise<readonly Ended[]> {
  const server = createServer((request, response) => {
    void textOf(request)
      .then((text) => perform(JSON.parse(text) as AskedTask))
      .then((value) => ({ value: value ?? null }))
      .catch((error: unknown) => ({
        error: error instanceof Error ? error.name : "Error",
        cause: error instanceof Error ? error.message : String(error),
      }))
      .then((answer) => response.end(JSON.stringify(answer)));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  try {
    const { python } = await pythonEnvironment(resolve(".landfall"));
    return await run(python, JSON.stringify({ url, definition, executions }));
  } finally {
    server.close();
  }
}

function run(python: string, input: string): Promise<readonly Ended[]> {
  return new Promise((done, failed) => {
    const child = spawn(python, [join(__dirname, "state_machines.py")], { stdio: ["pipe", "pipe", "pipe"] });
    const said: Record<"stdout" | "stderr", string> = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const)
      child[stream].on("data", (chunk: Buffer) => (said[stream] += chunk.toString()));
    child.on("error", failed);
    child.on("close", (code) => {
      if (code === 0) done(JSON.parse(said.stdout) as readonly Ended[]);
      else failed(new Error(said.stderr));
    });
    child.stdin.end(input);
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
