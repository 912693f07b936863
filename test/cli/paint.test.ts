import { WriteStream } from "node:tty";
import { afterEach, describe, expect, test } from "@jest/globals";
import { paint } from "../../cli/paint";

const before = process.env["NO_COLOR"];
afterEach(() => setNoColor(before));

function setNoColor(value: string | undefined): void {
  if (value === undefined) delete process.env["NO_COLOR"];
  else process.env["NO_COLOR"] = value;
}

/** A stream that says whether it is a terminal. */
function stream(isTTY: boolean): WriteStream {
  return Object.create(WriteStream.prototype, { isTTY: { value: isTTY } });
}

describe("text is painted", () => {
  test.each([
    ["on a terminal", true, undefined, "\u001b[31merror\u001b[39m"],
    ["on a terminal where NO_COLOR is empty", true, "", "\u001b[31merror\u001b[39m"],
    ["nowhere else", false, undefined, "error"],
    ["not where NO_COLOR asks for none", true, "1", "error"],
  ])("%s", (_where, isTTY, noColor, shown) => {
    setNoColor(noColor);
    expect(paint("red", "error", stream(isTTY))).toBe(shown);
  });
});
