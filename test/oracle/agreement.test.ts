import { describe, expect, it } from "@jest/globals";

import { breakages } from "./breakages";
import { explain, firstDifference } from "./compare";
import { cells, countShapes, countTest, occurrences, type Counts } from "./coverage";
import { verdicts } from "./oracle";

const seed = 20_251_101;
const pairs = 100_000;
const patience = 120_000;
const least = 200;

describe("100,000 random pairs of a policy path and a request", () => {
  const tests: Counts = new Map();
  const shapes: Counts = new Map();

  it(
    "have the same verdict by the oracle, by decide and by compileBounds",
    () => {
      const difference = firstDifference(seed, pairs, undefined, {
        seen: (subject, expected) => countShapes(shapes, subject, expected),
        watch: (test, outcome, request) => countTest(tests, test, outcome, request),
      });
      if (difference !== undefined) throw new Error(explain(difference));
    },
    patience,
  );

  it("hold every operator, qualifier, IfExists, presence and outcome at least 200 times", () => {
    expect(cells.length).toBe(26 * 3 * 2 * 5 + 6);
    expect(cells.filter((cell) => (tests.get(cell) ?? 0) < least)).toEqual([]);
  });

  it("hold every shape of policies and requests at least 200 times", () => {
    expect(occurrences.filter((name) => (shapes.get(name) ?? 0) < least)).toEqual([]);
  });
});

describe("an oracle with one rule broken", () => {
  it.each(Object.entries(breakages))("differs from Landfall when %s", (_name, broken) => {
    const difference = firstDifference(seed, 20_000, broken);
    expect(difference).toBeDefined();
    if (difference !== undefined) expect(verdicts(difference, broken)).not.toEqual(verdicts(difference));
  });
});
