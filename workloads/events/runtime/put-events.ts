import type { PutEventsRequestEntry, PutEventsResultEntry } from "@aws-sdk/client-eventbridge";
import { backoff, pause } from "./backoff";

/** Entries that PutEvents takes at once, and bytes of all together (EventBridge API Reference, "PutEvents"). */
export const mostEntries = 10;
export const mostBytes = 256 * 1024;

/** Sends entries as PutEvents does; the results are in the order of the entries. */
export type Send = (entries: readonly PutEventsRequestEntry[]) => Promise<readonly PutEventsResultEntry[]>;

/** Entries that were not taken after all attempts. Those before and after them may have been. */
export class PublishError extends Error {
  constructor(readonly failed: readonly { readonly entry: PutEventsRequestEntry; readonly code: string }[]) {
    super(`${failed.length} events were not taken: ${[...new Set(failed.map(({ code }) => code))].join(", ")}`);
    this.name = "PublishError";
  }
}

interface Clock {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly random: () => number;
}

/**
 * Puts all entries, as few at once as PutEvents takes. What fails of a batch is put again, alone with what else failed, after a pause; each
 * keeps its id, so that one that is put twice is worked off once.
 * @throws PublishError when some were not taken
 */
export async function putAll(entries: readonly PutEventsRequestEntry[], send: Send, clock: Clock): Promise<void> {
  let waiting: readonly { readonly entry: PutEventsRequestEntry; readonly code: string }[] = entries.map((entry) => ({
    entry,
    code: "",
  }));
  for (let attempt = 1; waiting.length > 0 && attempt <= backoff.attempts; attempt++) {
    if (attempt > 1) await clock.sleep(pause(attempt - 1, clock.random()));
    const batches = inBatches(waiting.map(({ entry }) => entry));
    const failed = await Promise.all(batches.map((batch) => refused(batch, send)));
    waiting = failed.flat();
  }
  if (waiting.length > 0) throw new PublishError(waiting);
}

async function refused(
  batch: readonly PutEventsRequestEntry[],
  send: Send,
): Promise<readonly { readonly entry: PutEventsRequestEntry; readonly code: string }[]> {
  const results = await send(batch);
  return batch.flatMap((entry, at) => {
    const result = results[at];
    const code = result === undefined ? "NoResult" : result.ErrorCode;
    return code === undefined ? [] : [{ entry, code }];
  });
}

function inBatches(entries: readonly PutEventsRequestEntry[]): readonly (readonly PutEventsRequestEntry[])[] {
  const batches: PutEventsRequestEntry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = bytesOf(entry);
    const last = batches.at(-1);
    if (last && last.length < mostEntries && bytes + size <= mostBytes) {
      last.push(entry);
      bytes += size;
    } else {
      batches.push([entry]);
      bytes = size;
    }
  }
  return batches;
}

/** EventBridge User Guide, "Calculating PutEvents event entry size". */
export function bytesOf({ Source = "", DetailType = "", Detail = "", Time }: PutEventsRequestEntry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail) + (Time ? 14 : 0);
}
