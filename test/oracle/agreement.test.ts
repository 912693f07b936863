import { describe, expect, it } from "@jest/globals";
import { breakages } from "./breakages";
import { answered, differ, explain, firstDifference, type Answered } from "./compare";
import { cells, countIn, countShapes, occurrences, type Counts } from "./coverage";
import { verdicts } from "./oracle";
import { soakFactor } from "../soak-factor";
import { awsRules } from "./rules";

const seed = 20_251_101;
const pairs = 100_000 * soakFactor;
const patience = 300_000 * soakFactor;
const least = 200;
/** Cases kept for the broken rules: 30,000 pairs. */
const kept = 3_000;

const tests: Counts = new Map();
const shapes: Counts = new Map();
const some: Answered[] = [];

describe("random pairs of a policy path and a request, 100,000 of them or more", () => {
  it(
    "have the same verdict by the oracle, by decide and by compileBounds",
    () => {
      let first: Answered | undefined;
      for (const each of answered(seed, pairs)) {
        const expected = verdicts(each.subject, awsRules, countIn(tests));
        countShapes(shapes, each.subject, expected);
        if (some.length < kept) some.push(each);
        if (differ(expected, each.landfall)) first ??= each;
      }
      if (first !== undefined) throw new Error(explain(first.subject));
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
  it.each(Object.entries(breakages))(
    "differs from Landfall when %s",
    (_name, broken) => {
      const difference = firstDifference(some, broken);
      expect(difference).toBeDefined();
      if (difference !== undefined) expect(verdicts(difference, broken)).not.toEqual(verdicts(difference));
    },
    patience,
  );
});
