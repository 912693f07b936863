/** Seeded numbers, the same on every machine (mulberry32). */
export interface Random {
  /** An integer from 0 to below the limit. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(from: readonly [T, ...T[]]) => T;
  /** Between `least` and `most` draws. */
  readonly some: <T>(least: number, most: number, from: readonly [T, ...T[]]) => T[];
}

/** @returns the same draws for the same seed. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(from: readonly [T, ...T[]]): T => {
    const index = below(from.length);
    return index === 0 ? from[0] : (from[index] as T);
  };
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    some: (least, most, from) => Array.from({ length: least + below(most - least + 1) }, () => pick(from)),
  };
}
