import { describe, expect, test } from "@jest/globals";
import { everyMutant, outcomeOf, type Outcome, tally } from "./mutation";
import { ways } from "./mutants";

const minutes = 60_000;

const mutants = everyMutant();
/** With a mechanism off, one in eight shows as well as all of them. */
const some = mutants.filter((_, index) => index % 8 === 0);

const count = (outcomes: readonly Outcome[], wanted: Outcome["outcome"]): number =>
  outcomes.filter(({ outcome }) => outcome === wanted).length;

const shareCaught = (outcomes: readonly Outcome[]): number =>
  count(outcomes, "caught") / (count(outcomes, "caught") + count(outcomes, "missed"));

describe("a guardrail with one thing broken", () => {
  test(
    "is caught by a claim at least 95 times of 100, when it decides anything differently",
    () => {
      const outcomes = mutants.map((mutant) => outcomeOf(mutant));
      process.stdout.write(`${mutants.length} mutants: ${JSON.stringify(tally(outcomes))}\n`);
      const missed = outcomes.filter(({ outcome }) => outcome === "missed");
      expect(missed.map(({ mutant }) => `${mutant.guardrail.name}: ${mutant.broken}`)).toEqual([]);
      expect(shareCaught(outcomes)).toBeGreaterThanOrEqual(0.95);
      expect(count(outcomes, "caught")).toBeGreaterThan(200);
      expect(count(outcomes, "cannot-tell")).toBeLessThan(mutants.length / 100);
      for (const way of ways) expect(tally(outcomes)[way]?.["caught"] ?? 0).toBeGreaterThan(2);
    },
    20 * minutes,
  );

  test("is missed often when only refuted claims count, or only what is denied beyond them", () => {
    const few = some.filter(({ way }) => way === "delete" || way === "condition" || way === "value");
    const withoutExcess = few.map((mutant) => outcomeOf(mutant, { refuted: true, excess: false }));
    const withoutRefuted = few.map((mutant) => outcomeOf(mutant, { refuted: false, excess: true }));
    expect(shareCaught(withoutExcess)).toBeLessThan(0.95);
    expect(shareCaught(withoutRefuted)).toBeLessThan(0.95);
  });
});
