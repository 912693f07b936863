import { type AddressRange, lastOf, parseRange, sizeOf } from "../../declaration/address-range";

/** A route and where it leads to, read. */
export interface Placed<Route> {
  readonly range: AddressRange;
  readonly route: Route;
}

/** Routes by destination: the longest prefix wins, and of routes to the same range the one that was given first. */
export interface PrefixTable<Route> {
  readonly lookup: (address: number) => Route | undefined;
  /** The longest route to a whole range, if there is one, and every route to a part of it. */
  readonly touching: (range: AddressRange) => readonly Placed<Route>[];
}

/** @throws RangeError for a destination that is no IPv4 range */
export function prefixTable<Route extends { readonly destination: string }>(
  routes: readonly Route[],
): PrefixTable<Route> {
  const byLength = new Map<number, Map<number, Placed<Route>>>();
  for (const route of routes) {
    const range = rangeOf(route.destination);
    const ofLength = byLength.get(range.prefixLength) ?? new Map<number, Placed<Route>>();
    byLength.set(range.prefixLength, ofLength);
    if (!ofLength.has(range.first)) ofLength.set(range.first, { range, route });
  }
  const longestFirst = [...byLength]
    .sort(([a], [b]) => b - a)
    .map(([prefixLength, placed]) => ({ prefixLength, size: sizeOf(prefixLength), placed }));
  const ordered = longestFirst
    .flatMap(({ placed }) => [...placed.values()])
    .sort((a, b) => a.range.first - b.range.first);
  const find = (address: number, longest: number): Placed<Route> | undefined => {
    for (const { prefixLength, size, placed } of longestFirst) {
      const found = prefixLength > longest ? undefined : placed.get(address - (address % size));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    lookup: (address) => find(address, 32)?.route,
    touching: (range) => {
      const whole = find(range.first, range.prefixLength);
      const found = whole === undefined ? [] : [whole];
      const last = lastOf(range);
      for (let at = firstFrom(ordered, range.first); at < ordered.length; at++) {
        const placed = ordered[at];
        if (placed === undefined || placed.range.first > last) break;
        if (placed.range.prefixLength > range.prefixLength) found.push(placed);
      }
      return found;
    },
  };
}

/** Index of the first entry at or behind an address. */
function firstFrom(ordered: readonly { readonly range: AddressRange }[], address: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.range.first ?? Infinity) < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A range of the plan. @throws RangeError when it is none */
export function rangeOf(text: string): AddressRange {
  const range = parseRange(text);
  if (range === undefined) throw new RangeError(`${text} is not an IPv4 range`);
  return range;
}
