import { describe, expect, jest, test } from "@jest/globals";
import fc from "../fast-check";
import { compareTrees } from "../../delivery/fingerprint/compare";
import { soakFactor } from "../soak-factor";
import { type Change, change, tagsPlace } from "./changes/changes";
import { examples, start } from "./changes/start";
import { type State, stateOf } from "./changes/state";
import { type Compare, type Figures, walk } from "./changes/walk";

jest.setTimeout(900_000 * soakFactor);

/** How many zones are started from, and how many changes are made of each, one after the other. */
const runs = Number(process.env["LANDFALL_CHANGE_RUNS"] ?? 20 * soakFactor);
const changesEach = 12;

function started(declaration: State["declaration"]): State {
  const state = stateOf(declaration);
  if (state === undefined) throw new Error("the zone does not validate");
  return state;
}

describe("a comparison", () => {
  const changes = (where: Change["where"], count: number): readonly Change[] =>
    Array.from({ length: count }, (_, place) => ({ where, which: 0, place, value: 1 }));
  const minimal = started(examples.minimal);

  test("that left a stack out would be found out", () => {
    const forgetful: Compare = (before, after) => {
      const { changed, removed } = compareTrees(before, after);
      return { changed: changed.filter(({ spec }) => spec.id !== "org"), removed };
    };
    expect(walk(minimal, changes("account", 4)).effective).toBeGreaterThan(0);
    expect(() => walk(minimal, changes("account", 4), forgetful)).toThrow("org was missed");
  });

  test("that saw no tags would be found out", () => {
    const blind: Compare = (before, after) =>
      compareTrees({ ...before, zone: { ...before.zone, tags: {} } }, { ...after, zone: { ...after.zone, tags: {} } });
    const retagged = { where: "zone", which: 0, place: tagsPlace, value: 1 } as const;
    expect(walk(minimal, [retagged]).differing).toBeGreaterThan(10);
    expect(() => walk(minimal, [retagged], blind)).toThrow("was missed");
  });

  test("that selected too much would be found out", () => {
    const eager: Compare = (before, after) => {
      const { changed, removed } = compareTrees({ ...before, zone: { ...before.zone, tags: { other: "1" } } }, after);
      return { changed, removed };
    };
    expect(() => walk(minimal, changes("account", 1), eager)).toThrow(/overSelected/);
  });
});

test("the stacks selected after any change of the declaration are exactly those whose JSON differs", () => {
  const all: Figures[] = [];
  fc.assert(
    fc.property(start, fc.array(change, { minLength: changesEach, maxLength: changesEach }), (declaration, changes) => {
      all.push(walk(started(declaration), changes));
    }),
    { numRuns: runs, endOnFailure: true },
  );
  const sum = (key: keyof Figures): number => all.reduce((total, figures) => total + figures[key], 0);
  const overSelection = sum("selected") / sum("differing") - 1;
  console.log(
    `${runs * changesEach} changes of ${runs} declarations, ${sum("valid")} of them valid, ${sum("effective")} with an effect: ` +
      `${sum("differing")} stacks differ, ${sum("selected")} selected, over-selection ${overSelection.toFixed(2)}`,
  );
  expect(sum("effective")).toBeGreaterThan(runs * 4);
  expect(overSelection).toBe(0);
});
