import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { virtualEnvironment } from "../../../rehearsal/emulators/python-environment";

/** What Schemathesis's JSON report says of a run. */
export interface GeneratedCalls {
  readonly complete: boolean;
  readonly operations: { readonly total: number; readonly tested: number };
  readonly test_cases: { readonly generated: number };
  /** By code: `schemathesis explain ST101` says what it is. */
  readonly failures: readonly { readonly code: string; readonly title: string; readonly operations: unknown }[];
  readonly errors: readonly { readonly title: string }[];
  /** Everything that was printed: each failure with a curl command that repeats it. */
  readonly output: string;
}

const packages = {
  name: "Schemathesis",
  requirementsFile: join(__dirname, "requirements.txt"),
  compiled: false,
  oldestPython: 11,
};

/**
 * All checks but one: a request that conforms may be refused for what the service knows and the contract cannot say (a key that was used with
 * another body, 422).
 */
const options = [
  ...["--exclude-checks", "positive_data_acceptance", "--max-examples", "5", "--seed", "1", "--no-shrink"],
  ...["--request-timeout", "60", "--continue-on-failure", "--generation-database", "none", "--warnings", "off"],
  ...["--no-color", "--report", "json"],
];

/**
 * Asks an API what its contract makes of requests: its examples, the edges of what it allows, what it refuses, and chains of operations by its links.
 *
 * @param contract OpenAPI file
 * @param proxy of all requests, where the API is behind one
 */
export async function runSchemathesis(contract: string, url: string, proxy?: string): Promise<GeneratedCalls> {
  const home = await virtualEnvironment(packages, resolve(".landfall"), (line) => process.stderr.write(`${line}\n`));
  const directory = mkdtempSync(join(tmpdir(), "landfall-schemathesis-"));
  const report = join(directory, "report.json");
  const run = ["-m", "schemathesis.cli", "run", contract, "--url", url, ...options, "--report-json-path", report];
  const environment = {
    PATH: process.env["PATH"],
    HOME: directory,
    ...(proxy === undefined ? { NO_PROXY: "127.0.0.1" } : { http_proxy: proxy }),
  };
  try {
    const output = await outputOf(join(home, "bin", "python"), run, directory, environment);
    return { ...(JSON.parse(readFileSync(report, "utf8")) as Omit<GeneratedCalls, "output">), output };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function outputOf(program: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", fail);
    child.once("close", (code) => {
      const output = Buffer.concat(chunks).toString();
      // 1: something was found, which the report says.
      if (code === 0 || code === 1) done(output);
      else fail(new Error(`schemathesis ended with ${code}: ${output}`));
    });
  });
}
