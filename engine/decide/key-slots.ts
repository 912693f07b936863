import type { Context } from "../match/context";

/** Values of the keys that policies ask for, by slot; undefined: absent. */
export type Values = readonly (string | readonly string[] | undefined)[];

/** Gives every key that policies ask for a place in an array, so that a request's keys are looked up once, whatever their case. */
export interface KeySlots {
  /** @param key in any case */
  slotOf(key: string): number;
  /** Good until the next call: the array is used again. */
  read(context: Context): Values;
}

/** More spellings than requests have; beyond them every key is looked up anew. */
const mostSpellings = 10_000;

export function keySlots(): KeySlots {
  const slots = new Map<string, number>();
  const spellings = new Map<string, number>();
  // Requests of one caller name their keys in one order: what the last one had at a position is the best guess.
  const lastNames: string[] = [];
  const lastSlots: number[] = [];
  const values: (string | readonly string[] | undefined)[] = [];

  const slotOfSpelling = (name: string): number => {
    const known = spellings.get(name);
    if (known !== undefined) return known;
    const slot = slots.get(name.toLowerCase()) ?? -1;
    if (spellings.size < mostSpellings) spellings.set(name, slot);
    return slot;
  };

  return {
    slotOf: (key) => {
      const name = key.toLowerCase();
      let slot = slots.get(name);
      if (slot === undefined) {
        slot = slots.size;
        slots.set(name, slot);
        values.push(undefined);
        spellings.clear();
        lastSlots.length = 0;
      }
      return slot;
    },
    read: (context) => {
      for (let slot = 0; slot < values.length; slot++) values[slot] = undefined;
      let position = 0;
      for (const name in context) {
        let slot = lastSlots[position];
        if (slot === undefined || lastNames[position] !== name) {
          slot = slotOfSpelling(name);
          lastNames[position] = name;
          lastSlots[position] = slot;
        }
        if (slot >= 0 && values[slot] === undefined) values[slot] = context[name];
        position++;
      }
      return values;
    },
  };
}
