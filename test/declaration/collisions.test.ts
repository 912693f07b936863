import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { readRanges } from "../../declaration/lock-file";
import { captured, type CapturedRun } from "../cli/captured";

const sample = join(__dirname, "../../zone");

let zone: string;
beforeEach(() => {
  zone = mkdtempSync(join(tmpdir(), "landfall-branches-"));
  cpSync(sample, zone, { recursive: true });
  git("init", "-q", "-b", "main");
  commit("The zone");
});
afterEach(() => rmSync(zone, { recursive: true, force: true }));

const lock = (): string => join(zone, "addresses.lock.json");
const validate = (): Promise<CapturedRun> => captured("validate", "--zone", zone);

/** @returns whether git could do it without a conflict */
function git(...args: readonly string[]): boolean {
  const who = ["-c", "user.name=team", "-c", "user.email=team@acme.example", "-c", "merge.conflictStyle=merge"];
  try {
    execFileSync("git", [...who, ...args], { cwd: zone, stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

function commit(message: string): void {
  git("add", "-A");
  git("commit", "-qm", message);
}

/** Onboards an account on a branch of its own, off main. */
async function branch(name: string, ...options: readonly string[]): Promise<void> {
  git("checkout", "-q", "-b", name, "main");
  const where = ["--ou", "workloads/nonprod", "--owner", "payments"];
  const { code, stderr } = await captured("onboard", name, ...where, ...options, "--zone", zone);
  if (code !== 0) throw new Error(stderr);
  commit(name);
}

/** Merges branches one after the other, as pull requests that were opened together. */
function merge(...branches: readonly string[]): boolean {
  git("checkout", "-q", "main");
  return branches.map((name) => git("merge", "-q", "--no-edit", name)).every(Boolean);
}

/** What a person does with a conflict in a lock file: keep the lines of both sides, with a comma between them. */
function keepBothSides(): void {
  const merged = readFileSync(lock(), "utf8")
    .replace(/^(<{7}|>{7}).*\n/gm, "")
    .replace(/^={7}\n/m, "")
    .replace(/"\n(?= +")/g, '",\n');
  writeFileSync(lock(), merged);
  commit("Merge");
}

describe("two branches that each onboard an account, merged together", () => {
  test("without a conflict for git have one range for two networks: both files are named", async () => {
    await branch("aaa-dev", "--domain", "nonprod");
    await branch("zzz-dev", "--domain", "nonprod");
    expect(merge("aaa-dev", "zzz-dev")).toBe(true);
    const { code, stderr } = await validate();
    expect(code).toBe(2);
    expect(stderr).toMatch(/addresses\.lock\.json:\d+:\d+ LF1509 10\.0\.24\.0\/22 of /);
    expect(stderr).toContain("aaa-dev (" + join(zone, "accounts/aaa-dev.yaml") + ")");
    expect(stderr).toContain("zzz-dev (" + join(zone, "accounts/zzz-dev.yaml") + ")");
  });

  test("with a conflict in the lock file are told to keep both entries, and then that these overlap", async () => {
    await branch("refunds-dev", "--domain", "nonprod");
    await branch("returns-dev", "--domain", "nonprod");
    expect(merge("refunds-dev", "returns-dev")).toBe(false);
    const conflict = await validate();
    expect(conflict.code).toBe(2);
    expect(conflict.stderr).toMatch(/addresses\.lock\.json:\d+:1 LF1112 .*keep the entries of both sides/);

    keepBothSides();
    const { code, stderr } = await validate();
    expect(code).toBe(2);
    expect(stderr).toContain("accounts/refunds-dev.yaml");
    expect(stderr).toContain("accounts/returns-dev.yaml");
  });

  test("have a way out: the entry of the network to come is deleted, and the account is onboarded again", async () => {
    await branch("aaa-dev", "--domain", "nonprod");
    git("checkout", "-q", "main");
    await branch("zzz-dev", "--domain", "nonprod");
    merge("aaa-dev", "zzz-dev");
    writeFileSync(
      join(zone, "ids.lock.json"),
      `${JSON.stringify({ version: 1, ids: { "attachment/zzz-dev": "tgw-attach-1" } })}\n`,
    );
    const { stderr } = await validate();
    expect(stderr).toContain(
      "delete the entry of aaa-dev, whose network does not exist yet, and `landfall onboard aaa-dev` allocates it anew",
    );

    writeFileSync(lock(), readFileSync(lock(), "utf8").replace(/ +"aaa-dev".*\n/, ""));
    expect((await captured("onboard", "aaa-dev", "--zone", zone)).code).toBe(0);
    expect((await validate()).code).toBe(0);
    expect(readRanges(zone)).toMatchObject({ "zzz-dev": "10.0.24.0/22", "aaa-dev": "10.0.28.0/22" });
  });

  test("with one root email are told with both files, upper and lower case alike", async () => {
    await branch("aaa-dev", "--email", "Team@acme.example");
    await branch("zzz-dev", "--email", "team@acme.example");
    expect(merge("aaa-dev", "zzz-dev")).toBe(true);
    const { code, stderr } = await validate();
    expect(code).toBe(2);
    expect(stderr).toMatch(/accounts\/zzz-dev\.yaml:\d+:\d+ LF1402 .*accounts\/aaa-dev\.yaml/);
  });

  test("with one name in two files are told with both files", async () => {
    await branch("aaa-dev");
    git("mv", "accounts/aaa-dev.yaml", "accounts/first.yaml");
    commit("In a file of another name");
    await branch("bbb-dev");
    writeFileSync(
      join(zone, "accounts/bbb-dev.yaml"),
      readFileSync(join(zone, "accounts/bbb-dev.yaml"), "utf8").replace("bbb-dev", "aaa-dev"),
    );
    commit("Another name in the file");
    expect(merge("aaa-dev", "bbb-dev")).toBe(true);
    const { code, stderr } = await validate();
    expect(code).toBe(2);
    expect(stderr).toMatch(/accounts\/first\.yaml:\d+:\d+ LF1401 .*accounts\/bbb-dev\.yaml/);
  });

  test("with one name in one file are told where git left the conflict", async () => {
    await branch("aaa-dev", "--budget", "100");
    git("branch", "-m", "first");
    await branch("aaa-dev", "--budget", "200");
    expect(merge("first", "aaa-dev")).toBe(false);
    const { code, stderr } = await validate();
    expect(code).toBe(2);
    expect(stderr).toMatch(/accounts\/aaa-dev\.yaml:\d+:1 LF1112 /);
  });

  test("that do not collide are one zone that validates", async () => {
    await branch("aaa-dev", "--domain", "nonprod");
    await branch("zzz-dev");
    expect(merge("aaa-dev", "zzz-dev")).toBe(true);
    expect(await validate()).toMatchObject({ code: 0, stderr: "" });
  });
});
