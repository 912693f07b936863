import { createHash } from "node:crypto";
import { bytesOf, rendered } from "./render";
import type { Statement } from "./statement";

/** What goes into one policy as a whole. */
export interface Item {
  /** Decides where it goes: stable while the item changes. */
  readonly id: string;
  readonly guardrail: string;
  /** In their normal form. */
  readonly statements: readonly Statement[];
}

export interface Room {
  /** Bytes of one policy. */
  readonly bytes: number;
  readonly policies: number;
}

/** Ways to spread items over policies that are tried before the tightest is looked for. */
const spreads = 16;

/**
 * The items in as few policies as are found, at most as many as there is room for; `undefined` when they do not fit. Where an item goes depends on
 * its id and the number of policies, not on the others, as long as some such spread fits: so a change of one item changes one policy, and one
 * policy more takes items away from the others and moves none between them. Otherwise the largest go first, each where it fits.
 */
export function fill(items: readonly Item[], room: Room): readonly (readonly Item[])[] | undefined {
  const fits = (bin: readonly Item[]): boolean => size(bin) <= room.bytes;
  if (!items.every((item) => fits([item]))) return undefined;
  // Merged into one, items take no more bytes than merged in several.
  const least = Math.max(1, Math.ceil(size(items) / room.bytes));
  for (let count = least; count <= Math.min(room.policies, items.length); count++) {
    const found = spread(items, count, fits) ?? largestFirst(items, count, fits);
    if (found !== undefined) return found;
  }
  return items.length === 0 ? [] : undefined;
}

type Fits = (bin: readonly Item[]) => boolean;
type Bins = readonly (readonly Item[])[];

function spread(items: readonly Item[], count: number, fits: Fits): Bins | undefined {
  for (let salt = 0; salt < (count === 1 ? 1 : spreads); salt++) {
    const bins: Item[][] = Array.from({ length: count }, () => []);
    for (const item of items) bins[favourite(item.id, count, salt)]?.push(item);
    if (bins.every((bin) => bin.length > 0 && fits(bin))) return bins;
  }
  return undefined;
}

/** Highest random weight: of one bin more, items go to the new one or stay. */
function favourite(id: string, count: number, salt: number): number {
  const weights = Array.from({ length: count }, (_, bin) => weight(`${salt} ${bin} ${id}`));
  return weights.indexOf(weights.reduce((most, each) => Math.max(most, each)));
}

function weight(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE();
}

function largestFirst(items: readonly Item[], count: number, fits: Fits): Bins | undefined {
  const bins: Item[][] = Array.from({ length: count }, () => []);
  const sized = items.map((item) => ({ item, bytes: size([item]) }));
  for (const { item } of sized.sort((a, b) => b.bytes - a.bytes || (a.item.id < b.item.id ? -1 : 1))) {
    const bin = bins.find((each) => fits([...each, item]));
    if (bin === undefined) return undefined;
    bin.push(item);
  }
  return bins.filter((bin) => bin.length > 0);
}

export function size(items: readonly Item[]): number {
  return bytesOf(rendered(inOrder(items)));
}

/** By id, so that the order of a declaration means nothing. */
export function inOrder(items: readonly Item[]): readonly Statement[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1)).flatMap(({ statements }) => statements);
}
