import { setTimeout as sleep } from "node:timers/promises";
import { resourceVariable } from "../../uses/variables";
import { putRecords, type StreamEntry } from "../clients/kinesis";
import { fromEnvironment } from "../clients/settings";
import { codesOf, putInBatches } from "../put-in-batches";

/** PutRecords takes 500 records and 5 MiB at once, keys included (Kinesis Data Streams API Reference, "PutRecords"). */
const most = { entries: 500, bytes: 5 * 1024 * 1024 } as const;

/** What goes on a data stream. */
export interface StreamRecord {
  /** Records of one key stay in order. */
  readonly key: string;
  readonly data: unknown;
}

/** A data stream as far as a handler adds to it. */
export interface DataStreamAccess {
  /**
   * Puts records, a line of JSON each. One may come twice, and one whose putting was repeated behind others: consumers count by what is in them.
   *
   * @throws Error when some were not taken after all attempts
   */
  put(...records: readonly StreamRecord[]): Promise<void>;
}

/** `PutRecords`, under Kinesis' own name. */
export function PutRecords(stream: string): DataStreamAccess {
  const name = fromEnvironment(resourceVariable("dataStream", stream));
  return {
    put: async (...records) => {
      const bytesOf = ({ key, data }: StreamEntry): number => Buffer.byteLength(key) + data.byteLength;
      // The line's end tells records apart where Firehose puts them one behind the other.
      const entries = records.map(({ key, data }) => ({ key, data: Buffer.from(`${JSON.stringify(data)}\n`) }));
      const call = { most, bytesOf, put: (batch: readonly StreamEntry[]) => putRecords(name, batch) };
      const refused = await putInBatches(entries, call, { sleep, random: Math.random });
      if (refused.length > 0) throw new Error(`${refused.length} records were not taken: ${codesOf(refused)}`);
    },
  };
}
