/** Something to count once. */
export interface Countable {
  /** Says which it is: what comes again under the same id is the same. */
  readonly id: string;
  /** What is counted: each has its own total. */
  readonly key: string;
  /** When it happened, in milliseconds: its window follows from this, not from when it came. */
  readonly at: number;
  /** Of what is in one lane, one batch at a time is counted. */
  readonly lane: string;
}

/** What is to be added to one item of the counts. */
export interface Addition {
  readonly window: string;
  readonly key: string;
  readonly lane: string;
  readonly count: number;
}

/** Start of the window that a time is in: windows follow one another without overlapping. */
export function windowOf(at: number, seconds: number): string {
  const length = seconds * 1000;
  return new Date(Math.floor(at / length) * length).toISOString();
}

/** What these add to the counts, one addition a window, key and lane. */
export function additionsOf(countables: readonly Countable[], seconds: number): readonly Addition[] {
  const additions = new Map<string, Addition>();
  for (const { key, at, lane } of countables) {
    const window = windowOf(at, seconds);
    const place = JSON.stringify([window, key, lane]);
    additions.set(place, { window, key, lane, count: (additions.get(place)?.count ?? 0) + 1 });
  }
  return [...additions.values()];
}

/** Each once, in groups whose ids and additions together are no more than `most`. */
export function inTransactions(
  countables: readonly Countable[],
  seconds: number,
  most: number,
): readonly (readonly Countable[])[] {
  const groups: Countable[][] = [];
  for (const countable of new Map(countables.map((each) => [each.id, each])).values()) {
    const last = groups.at(-1);
    const grown = [...(last ?? []), countable];
    if (last && grown.length + additionsOf(grown, seconds).length <= most) last.push(countable);
    else groups.push([countable]);
  }
  return groups;
}
