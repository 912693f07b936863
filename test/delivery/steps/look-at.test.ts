import { describe, expect, test } from "@jest/globals";
import { reportError } from "../../../cli/report-error";
import { UserError } from "../../../declaration/user-error";
import { LookFailure, lookAt } from "../../../delivery/steps/look-at";
import type { Step } from "../../../delivery/steps/step";

function step(id: string, isDone: () => Promise<boolean>): Step {
  return { id, title: `empty ${id}`, isDone, perform: () => Promise.reject(new Error("performed")) };
}

describe("looking at steps", () => {
  test("tells which are done and performs none", async () => {
    const steps = [step("a", () => Promise.resolve(true)), step("b", () => Promise.resolve(false))];
    expect((await lookAt(steps)).map(({ isDone }) => isDone)).toEqual([true, false]);
  });

  test("says which could not be looked at, and nothing of what was done, for nothing was", async () => {
    const steps = [step("a", () => Promise.reject(new UserError("the role cannot be assumed", "Ask for it.")))];
    const error = await lookAt(steps).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(LookFailure);
    const lines: string[] = [];
    expect(reportError(error, (line) => lines.push(line))).toBe(1);
    expect(lines).toEqual([
      "error: could not see whether this is done: empty a: the role cannot be assumed",
      "Ask for it. Looking changes nothing: run the same command again.",
    ]);
  });
});
