import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { beforeEach, describe, expect, test } from "@jest/globals";

const installer = join(__dirname, "../../cli/install.mjs");
const lock = {
  packages: { "": {}, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0", optional: true } },
};
let root: string;
let calls: string;

/** A directory with a lock file, and an npm that writes down that it ran, takes a moment and installs `a`. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "landfall-install-"));
  calls = join(root, "npm-calls");
  writeFileSync(join(root, "package-lock.json"), JSON.stringify(lock));
  mkdirSync(join(root, "bin"));
  npm(`echo "$@" >> ${calls}; sleep 0.5; mkdir -p node_modules/a`);
});

function npm(script: string): void {
  writeFileSync(join(root, "bin", "npm"), `#!/bin/sh\n${script}\n`);
  chmodSync(join(root, "bin", "npm"), 0o755);
}

async function ensureInstalled(): Promise<number> {
  const script = `import(${JSON.stringify(installer)}).then(m => m.ensureInstalled(${JSON.stringify(root)})).then(c => process.exit(c))`;
  const path = `${join(root, "bin")}${delimiter}${process.env["PATH"] ?? ""}`;
  try {
    await promisify(execFile)(process.execPath, ["-e", script], { env: { ...process.env, PATH: path } });
    return 0;
  } catch (error) {
    return Number(Reflect.get(Object(error), "code"));
  }
}

function timesRun(): number {
  return existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n").length : 0;
}

describe("a fresh clone", () => {
  test("is installed once, and not again", async () => {
    expect(await ensureInstalled()).toBe(0);
    expect(await ensureInstalled()).toBe(0);
    expect(timesRun()).toBe(1);
  });

  test("is installed once by two processes side by side", async () => {
    expect(await Promise.all([ensureInstalled(), ensureInstalled()])).toEqual([0, 0]);
    expect(timesRun()).toBe(1);
  });

  test("is installed again when the lock file changed", async () => {
    await ensureInstalled();
    writeFileSync(
      join(root, "package-lock.json"),
      JSON.stringify({ packages: { "node_modules/a": { version: "1.0.1" } } }),
    );
    await ensureInstalled();
    expect(timesRun()).toBe(2);
  });

  test("takes over from a process that was killed", async () => {
    mkdirSync(join(root, ".landfall", "install.lock"), { recursive: true });
    writeFileSync(join(root, ".landfall", "install.lock", "pid"), "999999999");
    expect(await ensureInstalled()).toBe(0);
  });

  test("passes npm's exit code on, and tries again the next time", async () => {
    npm("exit 7");
    expect(await ensureInstalled()).toBe(7);
    npm(`echo again >> ${calls}; mkdir -p node_modules`);
    expect(await ensureInstalled()).toBe(0);
    expect(timesRun()).toBe(1);
  });
});

describe("somebody's own npm install", () => {
  function record(packages: object): void {
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
  }

  test("is kept when it is what the lock file says, packages of other platforms aside", async () => {
    record({ "node_modules/a": { version: "1.0.0" } });
    expect(await ensureInstalled()).toBe(0);
    expect(timesRun()).toBe(0);
  });

  test("is replaced when a version differs", async () => {
    record({ "node_modules/a": { version: "0.9.0" } });
    expect(await ensureInstalled()).toBe(0);
    expect(timesRun()).toBe(1);
  });
});
