import { expect } from "@jest/globals";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { stacksOf } from "../../../declaration/stacks";
import { compareTrees, type Changes, type Tree } from "../../../delivery/fingerprint/compare";
import { apply, type Change } from "./changes";
import { json, type State, stateOf } from "./state";

/** What a comparison of zones says has changed. */
export type Compare = (before: Tree, after: Tree) => Changes;

export const code = (): Readonly<Record<string, string>> => ({});

export interface Figures {
  /** Changes that validate. */
  readonly valid: number;
  /** Changes after which some stack differs. */
  readonly effective: number;
  readonly selected: number;
  /** Of the selected, those whose JSON differs. */
  readonly differing: number;
}

/**
 * Makes changes one after the other and compares what is selected of each with the JSON that is synthesised of the whole zone.
 * A stack that is selected is synthesised before and after; one that is not, when it next is or at the end, and must then be what
 * it was: every miss is found for the price of few stacks.
 */
export function walk(first: State, changes: readonly Change[], compare: Compare = compareTrees): Figures {
  const figures = { valid: 0, effective: 0, selected: 0, differing: 0 };
  /** Stack → the state since which it was not selected. */
  const since = new Map(stacksOf(first.zone).map(({ id }) => [id, first]));
  /** @throws when a stack is not what it was when it was last selected */
  const expectSame = (id: string, now: State, made: readonly Change[]): void => {
    const then = since.get(id);
    if (then === undefined || then === now || now.stacks.get(id) === then.stacks.get(id)) return;
    throw new Error(`${id} was missed: it differs after ${JSON.stringify(made)}`);
  };

  let before = first;
  for (const [at, made] of changes.entries()) {
    const after = stateOf(apply(before.declaration, before.zone, made));
    if (after === undefined) continue;
    const { changed, removed } = compare({ zone: before.zone, code }, { zone: after.zone, code });
    const ready = changed.filter(({ spec: { id } }) => before.stacks.has(id) || after.stacks.has(id));
    const selected = ready.map(({ spec }) => spec.id);
    for (const id of selected) expectSame(id, before, changes.slice(0, at));
    const same = ready.filter(({ spec: { id } }) => before.stacks.get(id) === after.stacks.get(id));
    const reasons = same.map(({ spec, reasons }) => ({ stack: spec.id, reasons }));
    expect({ made, overSelected: reasons }).toEqual({ made, overSelected: [] });
    for (const { spec } of changed) since.set(spec.id, after);
    expectRemoved(before, after, removed);
    figures.valid++;
    figures.selected += selected.length;
    figures.differing += selected.length - same.length;
    if (selected.length > same.length) figures.effective++;
    before = after;
  }
  for (const { id } of stacksOf(before.zone)) expectSame(id, before, changes);
  expectBuiltOfSlices(before);
  return figures;
}

/** What a closed account held went with it, and a route table's stack and an active account's private zones were emptied; every other stack that is gone is told of. */
function expectRemoved(before: State, after: State, removed: readonly string[]): void {
  const ids = stacksOf(after.zone).map(({ id }) => id);
  const closed = after.zone.closedAccounts.map(({ name }) => name);
  const active = after.zone.accounts.filter(({ status }) => status === "active").map(({ name }) => name);
  const gone = stacksOf(before.zone)
    .filter(({ id, account }) => !ids.includes(id) && !closed.includes(account.name))
    .filter(({ kind, account, table }) => table === undefined && !(kind === "dns" && active.includes(account.name)));
  expect(removed).toEqual(gone.map(({ id }) => id));
}

/** What is deployed is built from the slice: it is the same as of the whole zone. */
function expectBuiltOfSlices({ zone, stacks }: State): void {
  for (const spec of stacksOf(zone).filter(({ id }) => stacks.has(id))) {
    const slice = sliceOf(zone, spec);
    expect(json(slice.zone, slice.spec)).toBe(stacks.get(spec.id));
  }
}
