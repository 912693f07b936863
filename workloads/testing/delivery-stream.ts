import type { DeliveryStreamAccess } from "../runtime/access/delivery-stream";

export interface TestDeliveryStream<Columns> {
  /** What a handler that delivers is given. */
  readonly stream: DeliveryStreamAccess<Columns>;
  /** What was put, in order, as it is in a line of the table. */
  readonly records: readonly Columns[];
}

/** A delivery stream in memory. @typeParam Columns a record's */
export function testDeliveryStream<Columns>(): TestDeliveryStream<Columns> {
  const records: Columns[] = [];
  const stream: DeliveryStreamAccess<Columns> = {
    put: (...put) => {
      records.push(...put.map((record) => JSON.parse(JSON.stringify(record)) as Columns));
      return Promise.resolve();
    },
  };
  return { stream, records };
}
