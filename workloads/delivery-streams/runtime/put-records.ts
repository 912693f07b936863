import { type BatchCall, type Clock, codesOf, putInBatches } from "../../runtime/put-in-batches";

/** PutRecordBatch takes 500 records and 4 MiB at once, a record 1,000 KiB before it is encoded (Firehose API Reference, "PutRecordBatch"). */
const most = { entries: 500, bytes: 4 * 1024 * 1024, recordBytes: 1000 * 1024 } as const;

/** Sends lines as PutRecordBatch does; the results are in the order of the lines. */
export type Put = BatchCall<Uint8Array>["put"];

/** Records that were not taken after all attempts. The others were. */
export class DeliveryError extends Error {
  constructor(readonly refused: readonly { readonly line: Uint8Array; readonly code: string }[]) {
    super(`${refused.length} records were not taken: ${codesOf(refused)}`);
    this.name = "DeliveryError";
  }
}

/**
 * Puts all records, a line of JSON each, as few times as PutRecordBatch allows. It may refuse some of a batch and take the rest: those refused, and no
 * others, are put again after a pause.
 * @throws DeliveryError when some were not taken; Error when one is too large, of which nothing is put
 */
export async function putRecords(records: readonly unknown[], put: Put, clock: Clock): Promise<void> {
  const bytesOf = (line: Uint8Array): number => line.byteLength;
  const refused = await putInBatches(records.map(lineOf), { most, bytesOf, put }, clock);
  if (refused.length > 0) throw new DeliveryError(refused.map(({ entry: line, code }) => ({ line, code })));
}

/** Firehose puts records one behind the other: the line's end is the record's own. */
function lineOf(record: unknown): Uint8Array {
  const line = Buffer.from(`${JSON.stringify(record)}\n`);
  if (line.byteLength > most.recordBytes) throw new Error(`a record of ${line.byteLength} bytes is too large`);
  return line;
}
