import type { Part } from "../../../../workloads/runtime";

/** Which text, under which id. */
export interface Counting {
  readonly countId: string;
  readonly key: string;
}

/** What a mapper is given. */
export interface PartOfText {
  readonly part: Part;
  readonly input: Counting;
}

export interface Count {
  readonly countId: string;
  readonly parts: number;
  readonly total: number;
  readonly distinct: number;
  readonly most: readonly { readonly word: string; readonly count: number }[];
}

/** Read in a second, counted in less. */
export const partBytes = 32 * 1024;

export const textKey = ({ key }: Counting): string => `texts/${key}`;
export const manifestKey = ({ countId }: Counting): string => `manifests/${countId}.json`;
export const countedPrefix = ({ countId }: Counting): string => `counted/${countId}/`;
export const resultKey = ({ countId }: Counting): string => `results/${countId}.json`;

export type Counts = readonly (readonly [word: string, count: number])[];

/** How often each word is in a text, in lower case: a word is letters from A to Z. */
export function countWords(text: string): Counts {
  return addCounts((text.match(/[A-Za-z]+/g) ?? []).map((word): Counts => [[word.toLowerCase(), 1]]));
}

/** The sum of counts, by word. */
export function addCounts(all: Iterable<Counts>): Counts {
  const sums = new Map<string, number>();
  for (const counts of all) for (const [word, count] of counts) sums.set(word, (sums.get(word) ?? 0) + count);
  return [...sums];
}
