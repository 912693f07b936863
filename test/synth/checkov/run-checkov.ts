import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { virtualEnvironment } from "../../../rehearsal/emulators/python-environment";

/** A check that a resource passed or failed. */
export interface Checked {
  readonly check: string;
  readonly title: string;
  readonly stack: string;
  readonly address: string;
}

export interface CheckovReport {
  readonly passed: readonly Checked[];
  readonly failed: readonly Checked[];
  /** Files that Checkov could not read. */
  readonly unread: number;
  /** Connections Checkov tried to make through the proxy it was given. */
  readonly connections: number;
}

/** Of its 111 packages a scan imports some. */
const packages = { name: "Checkov", requirementsFile: join(__dirname, "requirements.txt"), compiled: false };

const options = ["--framework", "terraform_json", "--skip-download", "--output", "json", "--compact", "--soft-fail"];

/** Runs Checkov over stacks' Terraform JSON, by stack id. */
export async function runCheckov(stacks: ReadonlyMap<string, string>): Promise<CheckovReport> {
  const home = await virtualEnvironment(packages, resolve(".landfall"), (line) => process.stderr.write(`${line}\n`));
  const directory = mkdtempSync(join(tmpdir(), "landfall-checkov-"));
  const addresses = new Map<string, (line: number) => string>();
  for (const [id, json] of stacks) {
    // Checkov names a resource by its lines and half of its address; the way it is written gives the whole.
    const text = JSON.stringify(JSON.parse(json), undefined, 2);
    mkdirSync(join(directory, id));
    writeFileSync(join(directory, id, "cdk.tf.json"), text);
    addresses.set(id, addressesOf(text));
  }
  const command = [join(home, "bin", "python"), "-m", "checkov.main", "-d", directory, ...options];
  const { output, connections } = await outputOf(command, directory).finally(() =>
    rmSync(directory, { recursive: true }),
  );
  const { results, summary }: Output = JSON.parse(output);
  const read = (records: readonly OutputRecord[]): readonly Checked[] =>
    records.map(({ check_id, check_name, file_path, file_line_range }) => {
      const stack = file_path.split("/")[1] ?? "";
      return { check: check_id, title: check_name, stack, address: addresses.get(stack)?.(file_line_range[0]) ?? "" };
    });
  return {
    passed: read(results.passed_checks),
    failed: read(results.failed_checks),
    unread: summary.parsing_errors,
    connections,
  };
}

interface OutputRecord {
  readonly check_id: string;
  readonly check_name: string;
  readonly file_path: string;
  readonly file_line_range: readonly [number, number];
}

interface Output {
  readonly results: {
    readonly passed_checks: readonly OutputRecord[];
    readonly failed_checks: readonly OutputRecord[];
  };
  readonly summary: { readonly parsing_errors: number };
}

/** Line → the address of the block that has it, in JSON with an indentation of 2: `resource`, then the type, then the name. */
function addressesOf(text: string): (line: number) => string {
  const path = ["", "", ""];
  const ofLine = text.split("\n").map((line) => {
    const [, spaces = "", key = ""] = /^( {2}| {4}| {6})"([^"]+)": \{/.exec(line) ?? [];
    if (spaces !== "") path.splice(spaces.length / 2 - 1, 3, key);
    return path[0] === "resource" ? path.slice(1).join(".") : path.join(".");
  });
  return (line) => ofLine[line - 1] ?? "";
}

/**
 * Standard output of a program whose only way out is a proxy that counts and refuses. Its home is `home`: without a key of a user's own,
 * nor the memory of having asked before.
 */
async function outputOf(
  [program = "", ...args]: readonly string[],
  home: string,
): Promise<{ output: string; connections: number }> {
  let connections = 0;
  const proxy = createServer((_request, response) => response.writeHead(403).end());
  proxy.on("connection", () => connections++);
  proxy.on("connect", (_request, socket) => socket.destroy());
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const env = {
    PATH: process.env["PATH"],
    HOME: home,
    LOG_LEVEL: "ERROR",
    CKV_SKIP_PACKAGE_UPDATE_CHECK: "true",
    ...Object.fromEntries(["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"].map((name) => [name, url])),
  };
  try {
    return { output: await run(program, args, env), connections };
  } finally {
    proxy.close();
  }
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.once("error", fail);
    child.once("close", (code) => {
      if (code === 0) done(Buffer.concat(out).toString());
      else fail(new Error(`checkov ended with ${code}: ${Buffer.concat(err).toString()}`));
    });
  });
}
