import { expect, test } from "@jest/globals";
import { reportError } from "../../cli/report-error";
import { UserError } from "../../declaration/user-error";

test("a user's error is its message and remedy, without a stack, and ends with 2", () => {
  const lines: string[] = [];
  expect(reportError(new UserError("no such stack", "Name another."), (line) => lines.push(line))).toBe(2);
  expect(lines).toEqual(["error: no such stack", "Name another."]);
});

test("a bug shows its stack, asks for a report, and ends with 1", () => {
  const lines: string[] = [];
  expect(reportError(new TypeError("x is undefined"), (line) => lines.push(line))).toBe(1);
  expect(lines.join("\n")).toMatch(/TypeError: x is undefined\n\s+at [\s\S]*Please report it/);
});
