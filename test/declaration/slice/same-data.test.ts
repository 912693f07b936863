import { expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { canonical } from "../../../declaration/slice/canonical";
import { sameData } from "../../../declaration/slice/same-data";

const text = (value: unknown): string => JSON.stringify([canonical(value)]);

/** Values of few forms, so that two of them are often the same. */
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(undefined, null, true, 0, 1, "", "a"),
    fc.array(tie("data"), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom("a", "b", "0"), tie("data"), { maxKeys: 2, noNullPrototype: true }),
  ),
}));

/** JSON has no undefined in a list, where it says null, and nothing at all for it on top. */
const isDeclared = (value: unknown): boolean =>
  value !== undefined &&
  (Array.isArray(value)
    ? value.every(isDeclared)
    : typeof value !== "object" ||
      value === null ||
      Object.values(value).every((member) => member === undefined || isDeclared(member)));

test("two values are the same data exactly when their canonical JSON is", () => {
  const figures = { same: 0, other: 0 };
  fc.assert(
    fc.property(data.filter(isDeclared), data.filter(isDeclared), (one, other) => {
      const isSame = text(one) === text(other);
      figures[isSame ? "same" : "other"]++;
      expect(sameData(one, other)).toBe(isSame);
      expect(sameData(other, one)).toBe(isSame);
    }),
    { numRuns: 3000 },
  );
  expect(figures.same).toBeGreaterThan(100);
  expect(figures.other).toBeGreaterThan(100);
});

test("neither the order of keys nor a member that is undefined makes a difference, that of a list does", () => {
  expect(sameData({ a: 1, b: [{ c: 2, d: undefined }] }, { b: [{ c: 2 }], a: 1 })).toBe(true);
  expect(sameData({ a: undefined }, {})).toBe(true);
  expect(sameData({}, { a: undefined })).toBe(true);
  expect(sameData([1, 2], [2, 1])).toBe(false);
  expect(sameData([], {})).toBe(false);
});
