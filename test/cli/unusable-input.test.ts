import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { landfall } from "../e2e/landfall";

const missing = join("no-such-directory", "report.json");

describe("a long command with unusable input ends at once with 2", () => {
  test.concurrent.each([
    ["a zone that is not there", ["rehearse", "--zone", "no-such-zone"], "no-such-zone:1:1 LF1001"],
    ["a stack the zone does not have", ["rehearse", "--only", "orgg"], "the zone has no stack orgg"],
    ["a report that cannot be written", ["rehearse", "--json", missing], "the report cannot be written"],
    ["the same of a deployment", ["deploy", "--auto-approve", "--json", missing], "the report cannot be written"],
    [
      "a stack as the report of a deployment",
      ["deploy", "--auto-approve", "--json", "org"],
      "Write `--json report.json`",
    ],
    ["a stack as the report", ["rehearse", "--json", "org"], "a file whose name ends in .json, which org does not"],
    ["a file as the output directory", ["deploy", "--auto-approve", "--output", "package.json"], "is not a directory"],
  ])("%s", async (_name, args, says) => {
    const { code, output } = await landfall(...args);
    expect(output).toContain(says);
    expect(output).not.toContain("Starting the local AWS");
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(2);
  });
});
