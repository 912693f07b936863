import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { commandNames } from "../../cli/commands";
import { landfall } from "../../cli/landfall";

const sample = join(__dirname, "../../zone");
let out: string[];
let err: string[];

beforeEach(() => {
  [out, err] = [[], []];
  jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
  jest.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0);
  jest.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0);
});
afterEach(() => void jest.restoreAllMocks());

function brokenZone(): string {
  const zone = join(mkdtempSync(join(tmpdir(), "landfall-cli-")), "zone");
  cpSync(sample, zone, { recursive: true });
  writeFileSync(join(zone, "accounts", "orders-dev.yaml"), "ownr: me\n");
  return zone;
}

describe("landfall", () => {
  test("without a command shows what there is and ends with 2", async () => {
    expect(await landfall([])).toBe(2);
    expect(err.join("")).toContain("Usage: landfall");
  });

  test.each(commandNames)("%s --help shows examples and ends with 0", async (command) => {
    expect(await landfall([command, "--help"])).toBe(0);
    expect(out.join("")).toMatch(new RegExp(`Examples:[\\s\\S]*landfall ${command}`));
  });

  test("every command that tells something tells it as JSON, too", async () => {
    await landfall(["--help"]);
    const names = [...out.join("").matchAll(/^ {2}([a-z]+) (?:\[|<|  )/gm)].map(([, name = ""]) => name);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names.filter((each) => !["help", "completion"].includes(each))) {
      out = [];
      await landfall([name, "--help"]);
      expect([name, out.join("").includes("--json")]).toEqual([name, true]);
    }
  });

  test("an unknown command is an error of the user with the nearest one", async () => {
    expect(await landfall(["valdate"])).toBe(2);
    expect(err.join("")).toContain("Did you mean validate?");
  });
});

describe("landfall validate", () => {
  test("says how large a valid zone is", async () => {
    expect(await landfall(["validate", "--zone", sample])).toBe(0);
    expect(out).toEqual([`${sample} is valid: 14 accounts, 30 stacks.`]);
  });

  test("prints every problem with its place and ends with 2, without a stack trace", async () => {
    expect(await landfall(["validate", "--zone", brokenZone()])).toBe(2);
    expect(err.join("\n")).toMatch(/accounts\/orders-dev\.yaml:1:1 LF\d+ /);
    expect(err.join("\n")).not.toMatch(/^\s+at /m);
  });

  test("prints the problems as JSON for editors", async () => {
    expect(await landfall(["validate", "--json", "--zone", brokenZone()])).toBe(2);
    const report = JSON.parse(out.join("")) as { problems: { line: number; code: string }[] };
    expect(report.problems[0]).toMatchObject({ line: 1, code: expect.stringMatching(/^LF\d+$/) });
  });
});

describe("landfall deploy", () => {
  test("refuses to deploy when nobody can approve", async () => {
    expect(await landfall(["deploy", "--zone", sample])).toBe(2);
    expect(err.join("\n")).toContain("pass --auto-approve");
  });

  test("names the stacks there are when one is unknown", async () => {
    expect(await landfall(["deploy", "--zone", sample, "orders"])).toBe(2);
    expect(err.join("\n")).toMatch(/no stack orders[\s\S]*Its stacks are org, .*fulfilment-prod/);
  });

  test("a broken zone is reported as validate does", async () => {
    expect(await landfall(["deploy", "--auto-approve", "--zone", brokenZone()])).toBe(2);
    expect(err.join("\n")).toMatch(/orders-dev\.yaml:1:1 LF/);
  });

  test.each(["0", "-1", "two", "1.5"])("a parallelism of %s is refused", async (number) => {
    expect(await landfall(["deploy", `--parallelism=${number}`])).toBe(2);
    expect(err.join("")).toContain("whole number");
  });
});
