import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { captured } from "./captured";

let zone: string;

function git(...args: readonly string[]): void {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  execFileSync("git", ["-C", zone, ...identity, ...args], { stdio: "ignore" });
}

function edit(from: string, to: string): void {
  const file = join(zone, "landing-zone.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

beforeEach(() => {
  zone = join(mkdtempSync(join(tmpdir(), "landfall-diff-")), "zone");
  cpSync(join(__dirname, "../zones/minimal"), zone, { recursive: true });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "base");
});
afterEach(() => rmSync(join(zone, ".."), { recursive: true, force: true }));

describe("landfall diff", () => {
  test("ends with 0 when nothing changed, whatever else was edited", async () => {
    edit("retentionDays: 60", "retentionDays: 61");
    const { code, stdout } = await captured("diff", "--zone", zone, "--base", "HEAD");
    expect(stdout).toMatch(/^No action changes its standing in any of 4 accounts\./);
    expect(code).toBe(0);
  });

  test("ends with 1 and names the account, the actions and a request", async () => {
    edit("no-gpu: { attachTo: [apps/live] }", "no-gpu: { attachTo: [core] }");
    const { code, stdout } = await captured("diff", "--zone", zone, "--base", "HEAD");
    expect(stdout).toMatch(/1 account: shop\n {2}newly allowed: 1 action: ec2:RunInstances/);
    expect(stdout).toMatch(/2 accounts: vault, wires\n {2}newly denied: 1 action: ec2:RunInstances/);
    expect(stdout).toMatch(/now allowed: ec2:RunInstances on arn:aws:ec2:\S+:instance\/\S+ with .*ec2:InstanceType=p/);
    expect(code).toBe(1);
    expect(execFileSync("git", ["-C", zone, "status", "--short"], { encoding: "utf8" })).toBe(" M landing-zone.yaml\n");
  });

  test("compares two revisions, and two directories", async () => {
    edit("deny-root-user: { attachTo: [apps] }", "deny-root-user: { attachTo: [core] }");
    git("commit", "--quiet", "--all", "--message", "moved");
    const revisions = await captured("diff", "--zone", zone, "--base", "HEAD~1", "--head", "HEAD");
    expect(revisions.stdout).toMatch(/no longer: unless the principal is like arn:aws:iam::\*:root/);
    const directories = await captured("diff", join(__dirname, "../zones/minimal"), zone);
    expect(directories.stdout).toBe(revisions.stdout);
  });

  test("writes Markdown for a pull request, and JSON", async () => {
    edit("no-gpu: { attachTo: [apps/live] }", "no-gpu: { attachTo: [core] }");
    const file = join(zone, "..", "comment.md");
    const markdown = await captured("diff", "--zone", zone, "--base", "HEAD", "--format", "markdown", "-o", file);
    expect(markdown.stdout).toMatch(/^Requests become allowed and denied in 3 of 4 accounts\.\n$/);
    expect(readFileSync(file, "utf8")).toMatch(/^## What the accounts may do\n\n\*\*Requests become/);
    const { stdout } = await captured("diff", "--zone", zone, "--base", "HEAD", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1, compared: 4 });
  });

  test.each([
    [["--base", "no-such-branch"], /the repository has no revision no-such-branch/],
    [[], /nothing says what to compare with/],
    [["one"], /nothing says what to compare with/],
    [["one", "two", "--base", "HEAD"], /too much to compare/],
  ])("ends with 2 when it is given %j", async (given, message) => {
    const { code, stderr } = await captured("diff", "--zone", zone, ...given);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test("ends with 2 when the zone of the revision does not load, naming the line there", async () => {
    edit("retentionDays: 60", "retentionDays: soon");
    git("commit", "--quiet", "--all", "--message", "broken");
    edit("retentionDays: soon", "retentionDays: 60");
    const { code, stderr } = await captured("diff", "--zone", zone, "--base", "HEAD");
    expect(stderr).toMatch(/the zone at HEAD does not load:[^]*landing-zone\.yaml:\d+:\d+ LF/);
    expect(code).toBe(2);
  });
});
