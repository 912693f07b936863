import { setTimeout as sleep } from "node:timers/promises";
import { PutRecordBatchCommand } from "@aws-sdk/client-firehose";
import { putRecords } from "../../delivery-streams/runtime/put-records";
import { resourceVariable } from "../../uses/variables";
import { firehose } from "../clients/firehose";
import { fromEnvironment } from "../clients/settings";

/** A delivery stream as far as a handler adds to it. @typeParam Columns what a record is */
export interface DeliveryStreamAccess<Columns> {
  /**
   * Adds records, a line of JSON each; they are in the table some minutes later. Firehose may deliver one twice: what has to be counted once needs a
   * column that says which it is.
   *
   * @throws DeliveryError when some were not taken after all attempts
   */
  put(...records: readonly Columns[]): Promise<void>;
}

export function PutRecordBatch(stream: string) {
  const DeliveryStreamName = fromEnvironment(resourceVariable("deliveryStream", stream));
  const clock = { sleep, random: Math.random };
  return {
    put: (...records: readonly unknown[]): Promise<void> =>
      putRecords(
        records,
        async (lines) => {
          const Records = lines.map((Data) => ({ Data }));
          const answer = await firehose.send(new PutRecordBatchCommand({ DeliveryStreamName, Records }));
          return answer.RequestResponses ?? [];
        },
        clock,
      ),
  };
}
