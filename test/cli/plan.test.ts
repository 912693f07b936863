import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import { landfall } from "../../cli/landfall";

const zone = join(__dirname, "../../zone");
const directory = mkdtempSync(join(tmpdir(), "landfall-cli-plan-"));
const difference = { path: "limit_amount", before: "10", after: "20" };
const change = {
  stack: "org",
  address: "aws_budgets_budget.shop",
  type: "aws_budgets_budget",
  actions: ["update"],
  attributes: ["limit_amount"],
  differences: [difference],
};

/** A directory with one plan of a job. */
function plansOf(name: string, plan: object): string {
  const plans = mkdtempSync(join(directory, `${name}-`));
  writeFileSync(join(plans, "org.json"), JSON.stringify({ stacks: [{ stack: "org", seconds: 1, ...plan }] }));
  return plans;
}

const changed = plansOf("changed", { status: "planned", changes: [change] });
const unchanged = plansOf("unchanged", { status: "planned", changes: [] });
const failed = plansOf("failed", { status: "failed", errors: ["Error: AccessDenied"] });

let out: string[];
let err: string[];
beforeEach(() => {
  [out, err] = [[], []];
  jest.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  jest.spyOn(console, "error").mockImplementation((line: string) => void err.push(line));
});
afterEach(() => void jest.restoreAllMocks());

describe("landfall plan", () => {
  test("shows each change with its address and what differs, and ends with a count", async () => {
    expect(await landfall(["plan", "--from", changed])).toBe(0);
    expect(out).toEqual([
      "org: 1 to change",
      '    ~ aws_budgets_budget.shop  limit_amount: "10" → "20"',
      "1 stack: 1 with changes",
    ]);
  });

  test.each([
    ["a change", changed, [], 0],
    ["a change, asked for in detail", changed, ["--detailed-exitcode"], 1],
    ["no change, asked for in detail", unchanged, ["--detailed-exitcode"], 0],
    ["a stack that could not be planned", failed, [], 1],
  ])("of %s ends with its exit code", async (_what, plans, options, code) => {
    expect(await landfall(["plan", "--from", plans, ...options])).toBe(code);
  });

  test("prints one JSON document and nothing else, and writes the comment", async () => {
    const comment = join(directory, "comment.md");
    expect(await landfall(["plan", "--from", changed, "--json", "--markdown", comment])).toBe(0);
    expect(JSON.parse(out.join("\n"))).toMatchObject({
      stacks: [{ stack: "org", changes: [{ address: change.address }] }],
    });
    expect(readFileSync(comment, "utf8")).toContain("| `org` | 1 to change |");
  });

  test("keeps no plan that was made with roles that cannot apply it", async () => {
    expect(await landfall(["plan", "--read-only", "--save", directory, "--zone", zone])).toBe(2);
    expect(err.join("\n")).toContain("made with --read-only cannot be applied");
  });

  test("names the stacks there are when one is unknown", async () => {
    expect(await landfall(["plan", "orgg", "--zone", zone, "--output", join(directory, "out")])).toBe(2);
    expect(err.join("\n")).toContain("no stack orgg");
  });
});

describe("landfall apply", () => {
  test("of a directory without plans says how to make them", async () => {
    expect(await landfall(["apply", unchanged, "--zone", zone])).toBe(2);
    expect(err.join("\n")).toMatch(/no plan is saved in[\s\S]*landfall plan --save/);
  });
});
