import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "@jest/globals";
import { ownerOf } from "../../../delivery/locks/lock-owner";
import { nameOf, onRecord, readRecord, type RunRecord, thisMachine } from "../../../delivery/locks/run-record";
import type { StateLock } from "../../../delivery/locks/state-lock";
import { type TerraformProcess, terraformProcesses } from "../../../delivery/locks/terraform-processes";

const state = { bucket: "lock-owner-test-state", key: "platform/network.tfstate" };
const machine = thisMachine();
const me = nameOf(machine);
const hour = 3_600_000;
const ago = (milliseconds: number): Date => new Date(Date.now() - milliseconds);
/** A run of this machine that was killed: it never ended. */
const record: RunRecord = { ...machine, started: ago(hour) };
const lockOf = (who: string, created = new Date()): StateLock => ({
  id: "1",
  operation: "apply",
  who,
  created,
  etag: undefined,
});

const children: ChildProcess[] = [];
afterEach(() => children.splice(0).forEach((child) => child.kill("SIGKILL")));

/** A process called `terraform`, or so, in a directory initialised for a state. */
async function startTerraform(
  backend: { readonly bucket: string; readonly key: string } | undefined,
  name = "terraform",
  dataDirectory = ".terraform",
): Promise<ChildProcess> {
  const directory = mkdtempSync(join(tmpdir(), "landfall-owner-"));
  const program = join(directory, name);
  symlinkSync(process.execPath, program);
  mkdirSync(join(directory, dataDirectory));
  if (backend) {
    const initialised = JSON.stringify({ backend: { config: backend } });
    writeFileSync(join(directory, dataDirectory, "terraform.tfstate"), initialised);
  }
  const script = "console.log('up'); setInterval(() => undefined, 1000)";
  const child = spawn(program, ["-e", script], {
    cwd: directory,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, ...(dataDirectory === ".terraform" ? {} : { TF_DATA_DIR: dataDirectory }) },
  });
  children.push(child);
  await new Promise((up) => child.stdout.once("data", up));
  return child;
}

/** Those this test started: others of the machine may be at work meanwhile. */
async function mine(): Promise<readonly TerraformProcess[]> {
  const started = children.map(({ pid }) => pid);
  return (await terraformProcesses()).filter(({ pid }) => started.includes(pid));
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise((exited) => child.once("exit", exited));
  child.kill("SIGKILL");
  await gone;
}

describe("the owner of a state lock", () => {
  test("is alive while a Terraform works on that state, and gone when it is killed", async () => {
    const terraform = await startTerraform(state);
    const lock = lockOf(me);
    expect(ownerOf(lock, state, { processes: await mine(), record })).toEqual({
      is: "alive",
      pid: terraform.pid ?? 0,
    });
    await killed(terraform);
    expect(ownerOf(lock, state, { processes: await mine(), record })).toEqual({ is: "gone" });
  });

  test("would be taken for gone if nobody looked at the processes", async () => {
    await startTerraform(state);
    expect(ownerOf(lockOf(me), state, { processes: [], record })).toEqual({ is: "gone" });
  });

  test("is not a Terraform of another state, but one of this state whenever it was started", async () => {
    const old = lockOf(me, ago(hour / 2));
    await startTerraform({ ...state, key: "org/org.tfstate" });
    expect(ownerOf(old, state, { processes: await mine(), record }).is).toBe("gone");
    await startTerraform(state);
    expect(ownerOf(old, state, { processes: await mine(), record }).is).toBe("alive");
  });

  test.each([
    ["terraform_1.11", "alive"],
    ["terraform-provider-aws", "gone"],
    ["terraform-ls", "gone"],
  ])("that is called %s is %s", async (name, is) => {
    await startTerraform(state, name);
    expect(ownerOf(lockOf(me), state, { processes: await mine(), record }).is).toBe(is);
  });

  test("is not a Terraform that has no backend yet, but one with its data elsewhere", async () => {
    await startTerraform(undefined);
    expect(ownerOf(lockOf(me), state, { processes: await mine(), record })).toEqual({ is: "gone" });
    await startTerraform(state, "terraform", "data");
    expect(ownerOf(lockOf(me), state, { processes: await mine(), record }).is).toBe("alive");
  });

  test("may be a Terraform of which nothing is known, if that ran then", () => {
    const unknown = { pid: 7, started: undefined, state: undefined };
    expect(ownerOf(lockOf(me), state, { processes: [unknown], record })).toEqual({ is: "alive", pid: 7 });
    const later = { ...unknown, started: new Date(Date.now() + hour) };
    expect(ownerOf(lockOf(me), state, { processes: [later], record })).toEqual({ is: "gone" });
  });

  test("is gone when the machine was started anew since, unless somebody is at that state again", () => {
    const rebooted = { ...machine, boot: "another" };
    const unknown = { pid: 7, started: undefined, state: undefined };
    expect(ownerOf(lockOf(me), state, { processes: [unknown], record, machine: rebooted }).is).toBe("gone");
    const atIt = { ...unknown, state };
    expect(ownerOf(lockOf(me), state, { processes: [atIt], record, machine: rebooted }).is).toBe("alive");
  });

  test.each([`${machine.user}@another-machine`, `another-user@${machine.host}`, ""])(
    "%j is elsewhere: nothing is known of it here",
    (who) => {
      expect(ownerOf(lockOf(who), state, { processes: [], record })).toEqual({ is: "elsewhere" });
    },
  );

  test("is elsewhere without a record of the run: another machine may have the same name", () => {
    expect(ownerOf(lockOf(me), state, { processes: [], record: undefined })).toEqual({ is: "elsewhere" });
  });

  test("is elsewhere when the run on record began later, was over by then, or is another machine's", () => {
    const over = { ...record, ended: ago(hour / 2) };
    const owners = [
      ownerOf(lockOf(me, ago(2 * hour)), state, { processes: [], record }),
      ownerOf(lockOf(me), state, { processes: [], record: over }),
      ownerOf(lockOf(me), state, { processes: [], record: { ...record, host: "another-machine" } }),
    ];
    expect(owners.map(({ is }) => is)).toEqual(["elsewhere", "elsewhere", "elsewhere"]);
  });
});

describe("the record of a run", () => {
  test("is there before Terraform starts, and says when it was over, also when it failed", async () => {
    const directory = join(mkdtempSync(join(tmpdir(), "landfall-record-")), "stacks", "network");
    let before: RunRecord | undefined;
    const failing = onRecord(directory, () => {
      before = readRecord(directory);
      return Promise.reject(new Error("no provider"));
    });
    await expect(failing).rejects.toThrow("no provider");
    expect(before).toEqual({ ...machine, started: expect.any(Date) });
    expect(readRecord(directory)).toEqual({ ...before, ended: expect.any(Date) });
  });

  test("is none where there is no file, or another one", () => {
    const directory = mkdtempSync(join(tmpdir(), "landfall-record-"));
    expect(readRecord(directory)).toBeUndefined();
    writeFileSync(join(directory, "landfall-run.json"), '{"user": "ann"');
    expect(readRecord(directory)).toBeUndefined();
  });
});
