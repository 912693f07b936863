import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import Ajv2020 from "ajv/dist/2020";
import { captured } from "./captured";

const root = resolve(__dirname, "../..");
const directory = mkdtempSync(join(tmpdir(), "landfall-map-"));
const map = (...args: readonly string[]) => captured("map", ...args, "--zone", join(root, "zone"));

afterAll(() => rmSync(directory, { recursive: true }));

describe("landfall map", () => {
  test("tells what it draws as JSON by its schema", async () => {
    const { code, stdout } = await map("--json");
    const drawn: unknown = JSON.parse(stdout);
    const schema = JSON.parse(readFileSync(join(root, "schemas/map.json"), "utf8")) as object;
    const isValid = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    expect([isValid(drawn), isValid.errors]).toEqual([true, null]);
    expect(drawn).toMatchObject({ organization: "acme" });
    expect(code).toBe(0);
  });

  test.each([
    ["html", "<!doctype html>"],
    ["svg", "<svg xmlns="],
    ["md", "## Map of acme"],
  ])("writes a file .%s, and says so", async (ending, start) => {
    const file = join(directory, `zone.${ending}`);
    const { code, stdout } = await map("-o", file);
    expect(stdout).toBe(`${file}: 14 accounts, 5 services\n`);
    expect(readFileSync(file, "utf8").startsWith(start)).toBe(true);
    expect(code).toBe(0);
  });

  test("shows with --base what a change of the zone does, and leaves the working tree alone", async () => {
    const zone = join(directory, "zone");
    // Neither side has a range yet: both get those that deploying would give.
    cpSync(join(root, "test/zones/minimal"), zone, {
      recursive: true,
      filter: (source) => !source.endsWith("addresses.lock.json"),
    });
    const git = (...args: readonly string[]): string =>
      execFileSync("git", ["-C", zone, "-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
        encoding: "utf8",
      });
    git("init", "--quiet");
    git("add", "--all");
    git("commit", "--quiet", "--message", "base");
    const file = join(zone, "accounts/vault.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^owner: .*$/m, "owner: somebody"));
    const out = join(directory, "change.md");
    const { code, stdout } = await captured("map", "-o", out, "--base", "HEAD", "--zone", zone);
    expect(stdout).toBe(`${out}: 4 accounts, 1 service, 1 change since HEAD\n`);
    expect(readFileSync(out, "utf8")).toMatch(/\| changed \| account vault \| owner \S+ → somebody \|/);
    expect(git("status", "--short")).toBe(" M accounts/vault.yaml\n");
    expect(code).toBe(0);
  });

  test.each<[string, readonly string[], string]>([
    ["an ending it cannot write", ["-o", "zone.pdf"], "Name it .html, .svg or .md."],
    ["a directory that is not there", ["-o", join(directory, "none/zone.md")], "the report cannot be written to"],
  ])("%s ends with 2", async (_what, args, says) => {
    const { code, stderr } = await map(...args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
  });
});
