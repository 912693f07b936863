import type { PutEventsRequestEntry, PutEventsResultEntry } from "@aws-sdk/client-eventbridge";
import { type Clock, codesOf, putInBatches, type Refused } from "../../runtime/put-in-batches";

/** Entries that PutEvents takes at once, and bytes of all together (EventBridge API Reference, "PutEvents"). */
export const mostEntries = 10;
export const mostBytes = 256 * 1024;

/** Sends entries as PutEvents does; the results are in the order of the entries. */
export type Send = (entries: readonly PutEventsRequestEntry[]) => Promise<readonly PutEventsResultEntry[]>;

/** Entries that were not taken after all attempts. Those before and after them may have been. */
export class PublishError extends Error {
  constructor(readonly failed: readonly Refused<PutEventsRequestEntry>[]) {
    super(`${failed.length} events were not taken: ${codesOf(failed)}`);
    this.name = "PublishError";
  }
}

/**
 * Puts all entries, as few at once as PutEvents takes. What fails of a batch is put again, alone with what else failed, after a pause; each
 * keeps its id, so that one that is put twice is worked off once.
 * @throws PublishError when some were not taken
 */
export async function putAll(entries: readonly PutEventsRequestEntry[], send: Send, clock: Clock): Promise<void> {
  const most = { entries: mostEntries, bytes: mostBytes };
  const failed = await putInBatches(entries, { most, bytesOf, put: send }, clock);
  if (failed.length > 0) throw new PublishError(failed);
}

/** EventBridge User Guide, "Calculating PutEvents event entry size". */
export function bytesOf({ Source = "", DetailType = "", Detail = "", Time }: PutEventsRequestEntry): number {
  return Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail) + (Time ? 14 : 0);
}
