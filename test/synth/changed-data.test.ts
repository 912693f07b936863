import { resolve } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { Testing } from "cdktf";
import fc from "fast-check";
import type { LandingZone } from "../../declaration/model";
import { sliceOf } from "../../declaration/slice/slice-of";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { waitingFor } from "../../declaration/waiting";
import { compareTrees } from "../../delivery/fingerprint/compare";
import { builders } from "../../main";
import { addImports } from "../../stack/add-imports";
import { createStack } from "../../stack/create-stack";
import { apply, type Change, change } from "./changes/changes";
import { type Declaration, readDeclaration, zoneOf } from "./changes/declaration";

jest.setTimeout(900_000);

/** How often; each time a handful of changes, one after the other. */
const runs = Number(process.env["LANDFALL_CHANGE_RUNS"] ?? 8);

/** Terraform JSON of a stack as its builder makes it of the whole zone; the hashes of its assets are in it. */
function json(zone: LandingZone, spec: StackSpec): string {
  const stack = createStack(Testing.app(), zone, spec);
  builders[spec.kind](stack, zone, spec);
  addImports(stack, zone.imports[spec.id] ?? {});
  return unordered(JSON.parse(Testing.synth(stack)));
}

/** `depends_on` is a set; which order it is written in depends on the order of the declaration. */
function unordered(json: unknown): string {
  return JSON.stringify(json, (key, value: unknown) =>
    key === "depends_on" && Array.isArray(value) ? value.toSorted() : value,
  );
}

/** Stack → JSON of every stack that is ready. */
function synthesised(zone: LandingZone): ReadonlyMap<string, string> {
  const ready = stacksOf(zone).filter((spec) => waitingFor(zone, spec).length === 0);
  return new Map(ready.map((spec) => [spec.id, json(zone, spec)]));
}

interface State {
  readonly declaration: Declaration;
  readonly zone: LandingZone;
  readonly stacks: ReadonlyMap<string, string>;
}

function stateOf(declaration: Declaration): State | undefined {
  const zone = zoneOf(declaration);
  return zone && { declaration, zone, stacks: synthesised(zone) };
}

const code = (): Readonly<Record<string, string>> => ({});

/** Ids of the stacks whose JSON differs, in deployment order. One that is not ready, before or after, has none. */
function differing(before: State, after: State): readonly string[] {
  const ids = stacksOf(after.zone).map(({ id }) => id);
  return ids.filter((id) => before.stacks.get(id) !== after.stacks.get(id));
}

const figures = { steps: 0, invalid: 0, selected: 0, differing: 0, idle: 0 };

/** Makes a change and compares what is selected with what really differs; the state after it. */
function step(before: State, made: Change): State {
  const after = stateOf(apply(before.declaration, before.zone, made));
  figures.steps++;
  if (after === undefined) {
    figures.invalid++;
    return before;
  }
  const { changed, removed } = compareTrees({ zone: before.zone, code }, { zone: after.zone, code });
  const ids = stacksOf(after.zone).map(({ id }) => id);
  const different = differing(before, after);
  const ready = changed.filter(({ spec: { id } }) => before.stacks.has(id) || after.stacks.has(id));
  const selected = ready.map(({ spec }) => spec.id);
  const reasons = changed.map(({ spec, reasons }) => ({ stack: spec.id, reasons }));
  expect({ made, reasons, selected }).toEqual({ made, reasons, selected: different });
  // What a closed account held went with it.
  const closed = after.zone.closedAccounts.map(({ name }) => name);
  const gone = stacksOf(before.zone)
    .filter(({ table }) => table === undefined)
    .filter(({ id, account }) => !ids.includes(id) && !closed.includes(account.name));
  expect(removed).toEqual(gone.map(({ id }) => id));
  // What is deployed is built from the slice.
  for (const { spec } of ready.filter(({ spec: { id } }) => after.stacks.has(id))) {
    const slice = sliceOf(after.zone, spec);
    expect(json(slice.zone, slice.spec)).toBe(after.stacks.get(spec.id));
  }
  figures.selected += selected.length;
  figures.differing += different.length;
  if (different.length === 0) figures.idle++;
  return after;
}

const zones = ["../../zone", "../zones/birch"].map((path) => readDeclaration(resolve(__dirname, path)));
const starts = zones.map((declaration) => {
  // Fewer accounts of the same kind take less time and meet more changes.
  const kept = Object.entries(declaration.accounts).filter(([name]) => !/^(audit|orders-prod|payments-.*)$/.test(name));
  return stateOf({ ...declaration, accounts: Object.fromEntries(kept) });
});

test("a comparison that left something out would be found out", () => {
  const [start] = starts;
  const after =
    start && stateOf({ ...start.declaration, zone: { ...start.declaration.zone, tags: { changed: "yes" } } });
  if (start === undefined || after === undefined) throw new Error("the zone does not validate");
  const withoutTags = ({ zone }: State): { zone: LandingZone; code: typeof code } => ({
    zone: { ...zone, tags: {} },
    code,
  });
  expect(compareTrees(withoutTags(start), withoutTags(after)).changed).toEqual([]);
  expect(differing(start, after)).toEqual(stacksOf(after.zone).map(({ id }) => id));
});

test("the stacks selected after any change of the declaration are exactly those whose JSON differs", () => {
  fc.assert(
    fc.property(fc.nat(starts.length - 1), fc.array(change, { minLength: 6, maxLength: 6 }), (which, changes) => {
      const start = starts[which];
      if (start === undefined) throw new Error("the zone does not validate");
      changes.reduce(step, start);
    }),
    { numRuns: runs, endOnFailure: true },
  );
  const { steps, invalid, idle, selected, differing } = figures;
  console.log(
    `${steps} changes of a declaration, ${invalid} of them invalid, ${idle} without effect: ` +
      `${differing} stacks differ, ${selected} selected, over-selection ${(selected / differing - 1).toFixed(2)}`,
  );
  expect(differing).toBeGreaterThan(0);
});
