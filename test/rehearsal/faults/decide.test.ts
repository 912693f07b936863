import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { faultRule } from "../../../declaration/schema/faults";
import { decides, draw, type Progress, untouched } from "../../../rehearsal/faults/decide";

/** What a rule decides of so many calls in a row. */
function sequence(more: object, calls: number): readonly boolean[] {
  const rule = faultRule.parse({ drop: "before", ...more });
  let progress: Progress = untouched;
  return Array.from({ length: calls }, () => {
    const isHit = decides(rule, progress);
    progress = { matched: progress.matched + 1, hits: progress.hits + (isHit ? 1 : 0) };
    return isHit;
  });
}

const hitsOf = (decisions: readonly boolean[]): number => decisions.filter(Boolean).length;

describe("whether a rule hits a call", () => {
  test.each<[object, string]>([
    [{}, "xxxxxx"],
    [{ times: 2 }, "xx...."],
    [{ first: 2 }, "xx...."],
    [{ after: 2 }, "..xxxx"],
    [{ after: 1, times: 2 }, ".xx..."],
    [{ after: 1, first: 3 }, ".xxx.."],
    [{ after: 1, first: 3, times: 1 }, ".x...."],
    [{ rate: 0 }, "......"],
    [{ rate: 1, seed: 5 }, "xxxxxx"],
  ])("%j decides %s", (more, expected) => {
    expect(
      sequence(more, 6)
        .map((isHit) => (isHit ? "x" : "."))
        .join(""),
    ).toBe(expected);
  });

  test("first looks at calls, times counts hits", () => {
    const first = sequence({ rate: 0.5, first: 20 }, 200);
    expect(hitsOf(first.slice(0, 20))).toBe(hitsOf(first));
    expect(hitsOf(first)).toBeLessThan(20);
    expect(hitsOf(sequence({ rate: 0.5, times: 20 }, 200))).toBe(20);
  });

  test("the same seed decides the same, whatever the seed and rate", () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, rate) => {
        expect(sequence({ seed, rate }, 30)).toEqual(sequence({ seed, rate }, 30));
      }),
      { numRuns: 50 },
    );
  });

  test("another seed decides otherwise", () => {
    expect(sequence({ seed: 1, rate: 0.5 }, 64)).not.toEqual(sequence({ seed: 2, rate: 0.5 }, 64));
  });

  test("the share of hits comes close to the rate", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 100 }), (seed, percent) => {
        const calls = 2_000;
        const share = hitsOf(sequence({ seed, rate: percent / 100 }, calls)) / calls;
        // Five standard deviations of a fair draw, at most 0.056.
        expect(Math.abs(share - percent / 100)).toBeLessThan(0.056);
      }),
      { numRuns: 15 },
    );
  });

  test("a higher rate hits all that a lower one hits", () => {
    const lower = sequence({ rate: 0.2 }, 100);
    const higher = sequence({ rate: 0.6 }, 100);
    expect(lower.every((isHit, place) => !isHit || higher[place])).toBe(true);
    expect(draw(3, 4)).toBe(draw(3, 4));
  });
});
