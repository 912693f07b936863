import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

interface Started {
  readonly processIds: readonly number[];
  readonly proxyUrl: string;
  readonly socketPaths: readonly string[];
}

let runDirectory: string;
let child: ChildProcess;
let aws: Started;

/** The local AWS in a process of its own, which the last test kills. */
beforeAll(async () => {
  runDirectory = mkdtempSync(join(tmpdir(), "landfall-test-"));
  const script = join(__dirname, "hold-local-aws.ts");
  child = spawn(process.execPath, ["--import", "tsx", script, runDirectory, resolve(".landfall")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  aws = await new Promise((done, fail) => {
    child.stdout?.once("data", (line: Buffer) => done(JSON.parse(line.toString())));
    child.once("exit", (code) => fail(new Error(`it ended with ${code}`)));
  });
}, 360_000);
afterAll(() => {
  child?.kill("SIGKILL");
  rmSync(runDirectory, { recursive: true, force: true });
});

describe("the processes of a local AWS", () => {
  const onLinux = process.platform === "linux" ? test : test.skip;

  onLinux("listen on one loopback port and on no other", () => {
    const ports = [child.pid ?? 0, ...aws.processIds].flatMap(listeningAddresses);
    expect(ports).toEqual([`127.0.0.1:${new URL(aws.proxyUrl).port}`]);
  });

  test("leave nothing behind when the one that started them is killed", async () => {
    expect(aws.socketPaths.every((path) => existsSync(path))).toBe(true);
    expect(aws.processIds.every(isAlive)).toBe(true);
    child.kill("SIGKILL");
    const deadline = Date.now() + 5_000;
    while (aws.processIds.some(isAlive) && Date.now() < deadline) await sleep(50);
    expect(aws.processIds.filter(isAlive)).toEqual([]);
    expect(aws.socketPaths.filter((path) => existsSync(path))).toEqual([]);
  });
});

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

/** Addresses a process listens on, from /proc: `net/tcp` and `net/tcp6` list sockets, `fd` says which are its own. */
function listeningAddresses(processId: number): readonly string[] {
  const own = new Set(
    readdirSync(`/proc/${processId}/fd`).flatMap((descriptor) => linkOf(`/proc/${processId}/fd/${descriptor}`)),
  );
  const rows = ["tcp", "tcp6"].flatMap((file) => readFileSync(`/proc/net/${file}`, "utf8").trim().split("\n").slice(1));
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === "0A" && own.has(`socket:[${inode}]`))
    .map(([, local = ""]) => addressOf(local));
}

function addressOf(hexadecimal: string): string {
  const [address = "", port = ""] = hexadecimal.split(":");
  const bytes = (address.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  return `${bytes.length === 4 ? bytes.reverse().join(".") : address}:${Number.parseInt(port, 16)}`;
}

function linkOf(path: string): readonly string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    // Closed since it was listed.
    return [];
  }
}
