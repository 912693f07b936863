import { backoff, pause } from "../../events/runtime/backoff";

/** PutRecordBatch takes 500 records and 4 MiB at once, a record 1,000 KiB before it is encoded (Firehose API Reference, "PutRecordBatch"). */
const most = { records: 500, bytes: 4 * 1024 * 1024, recordBytes: 1000 * 1024 } as const;

/** Sends lines as PutRecordBatch does; the results are in the order of the lines. */
export type Put = (lines: readonly Uint8Array[]) => Promise<readonly { readonly ErrorCode?: string | undefined }[]>;

/** Records that were not taken after all attempts. The others were. */
export class DeliveryError extends Error {
  constructor(readonly refused: readonly { readonly line: Uint8Array; readonly code: string }[]) {
    super(`${refused.length} records were not taken: ${[...new Set(refused.map(({ code }) => code))].join(", ")}`);
    this.name = "DeliveryError";
  }
}

interface Clock {
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly random: () => number;
}

/**
 * Puts all records, a line of JSON each, as few times as PutRecordBatch allows. It may refuse some of a batch and take the rest: those refused, and no
 * others, are put again after a pause.
 * @throws DeliveryError when some were not taken; Error when one is too large, of which nothing is put
 */
export async function putRecords(records: readonly unknown[], put: Put, clock: Clock): Promise<void> {
  let waiting = records.map((record) => ({ line: lineOf(record), code: "" }));
  for (let attempt = 1; waiting.length > 0 && attempt <= backoff.attempts; attempt++) {
    if (attempt > 1) await clock.sleep(pause(attempt - 1, clock.random()));
    const batches = inBatches(waiting.map(({ line }) => line));
    waiting = (await Promise.all(batches.map((batch) => refusedOf(batch, put)))).flat();
  }
  if (waiting.length > 0) throw new DeliveryError(waiting);
}

/** Firehose puts records one behind the other: the line's end is the record's own. */
function lineOf(record: unknown): Uint8Array {
  const line = Buffer.from(`${JSON.stringify(record)}\n`);
  if (line.byteLength > most.recordBytes) throw new Error(`a record of ${line.byteLength} bytes is too large`);
  return line;
}

async function refusedOf(batch: readonly Uint8Array[], put: Put) {
  const results = await put(batch);
  return batch.flatMap((line, at) => {
    const result = results[at];
    const code = result === undefined ? "NoResult" : result.ErrorCode;
    return code === undefined ? [] : [{ line, code }];
  });
}

function inBatches(lines: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const batches: Uint8Array[][] = [];
  let bytes = 0;
  for (const line of lines) {
    const last = batches.at(-1);
    if (last && last.length < most.records && bytes + line.byteLength <= most.bytes) {
      last.push(line);
      bytes += line.byteLength;
    } else {
      batches.push([line]);
      bytes = line.byteLength;
    }
  }
  return batches;
}
