import { describe, expect, test } from "@jest/globals";
import fc from "../fast-check";
import { jsonFault } from "../../declaration/source/json-text";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("finding where JSON breaks", () => {
  test("agrees with JSON.parse on what is JSON", () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom("", ",", "{", "]", '"', "1", "tru", "\\", "\u0001", "01", "1.", "//x"),
      )
      .map(
        ([text, at, insert]) =>
          text.slice(0, at % (text.length + 1)) + insert + text.slice((at % (text.length + 1)) + (insert ? 0 : 1)),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken), (text) => {
        const fault = jsonFault(text);
        expect(fault === undefined).toBe(isJson(text));
        if (fault) expect(fault.offset).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["[1, 2", 5, 'ends where "," or the closing bracket should be'],
    ['{"a" 1}', 5, 'expected ":"'],
    ["[1,]", 3, "expected a value"],
    ["{} {}", 3, "expected nothing more"],
    ["{'a': 1}", 1, 'expected a key in double quotes or "}"'],
  ])("points at the first wrong token of %s", (text, offset, says) => {
    expect(jsonFault(text)).toEqual({ offset, message: `not valid JSON: ${says}` });
  });
});
