import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";

const preload = ["--require", join(__dirname, "../../delivery/cdktf-process.cjs")];

/** What a slow reader got of 3,001 lines, the last of them on standard error. */
function read(options: readonly string[]): unknown {
  return JSON.parse(
    execFileSync(process.execPath, [...options, join(__dirname, "slow-reader.cjs")], { encoding: "utf8" }),
  );
}

describe("what Terraform prints last", () => {
  test("is read however late", () => {
    expect(read(preload)).toEqual({ exitCode: 0, lines: 3001, complete: true });
  });

  test("is lost where cdktf runs Terraform in a terminal", () => {
    expect(read([])).toMatchObject({ exitCode: 0, complete: false });
  });
});
