import { backoff, pause } from "./backoff";

/** How a service of AWS takes several things in one call, of which it may refuse some and take the rest. */
export interface BatchCall<Entry> {
  /** The most of one call. */
  readonly most: { readonly entries: number; readonly bytes: number };
  readonly bytesOf: (entry: Entry) => number;
  /** The results are in the order of the entries; one with a code was refused. */
  readonly put: (entries: readonly Entry[]) => Promise<readonly { readonly ErrorCode?: string | undefined }[]>;
}

export interface Clock {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly random: () => number;
}

export interface Refused<Entry> {
  readonly entry: Entry;
  readonly code: string;
}

/**
 * Puts all entries in as few calls as there can be. Those refused, and no others, are put again after a pause.
 *
 * @returns what was not taken after all attempts
 */
export async function putInBatches<Entry>(
  entries: readonly Entry[],
  call: BatchCall<Entry>,
  clock: Clock,
): Promise<readonly Refused<Entry>[]> {
  let waiting: readonly Refused<Entry>[] = entries.map((entry) => ({ entry, code: "" }));
  for (let attempt = 1; waiting.length > 0 && attempt <= backoff.attempts; attempt++) {
    if (attempt > 1) await clock.sleep(pause(attempt - 1, clock.random()));
    const batches = inBatches(
      waiting.map(({ entry }) => entry),
      call,
    );
    waiting = (await Promise.all(batches.map((batch) => refusedOf(batch, call)))).flat();
  }
  return waiting;
}

/** The codes of what was refused, each once: for a message. */
export function codesOf(refused: readonly { readonly code: string }[]): string {
  return [...new Set(refused.map(({ code }) => code))].join(", ");
}

async function refusedOf<Entry>(
  batch: readonly Entry[],
  { put }: BatchCall<Entry>,
): Promise<readonly Refused<Entry>[]> {
  const results = await put(batch);
  return batch.flatMap((entry, at) => {
    const result = results[at];
    const code = result === undefined ? "NoResult" : result.ErrorCode;
    return code === undefined ? [] : [{ entry, code }];
  });
}

function inBatches<Entry>(
  entries: readonly Entry[],
  { most, bytesOf }: BatchCall<Entry>,
): readonly (readonly Entry[])[] {
  const batches: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = bytesOf(entry);
    const last = batches.at(-1);
    if (last && last.length < most.entries && bytes + size <= most.bytes) {
      last.push(entry);
      bytes += size;
    } else {
      batches.push([entry]);
      bytes = size;
    }
  }
  return batches;
}
