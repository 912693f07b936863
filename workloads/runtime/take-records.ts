import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context, KinesisStreamBatchResponse, KinesisStreamEvent, KinesisStreamRecord } from "aws-lambda";
import { logger, metrics } from "./telemetry";

/** A record of a data stream, as a handler gets it. */
export interface DataRecord<Data = unknown> {
  /** Kinesis' own: the same at every delivery, and another one when a record was put twice. */
  readonly id: string;
  /** What the record is in line with: one at a time of a lane is worked on. */
  readonly lane: string;
  readonly key: string;
  readonly data: Data;
}

/**
 * The Lambda function of a consumer of a data stream. It hands over all records at once, up to the first that is no JSON, and tells Lambda where to take
 * the batch up again; when that is its start, that all failed. Lambda splits such a batch until one record is left, tries that a few times, and
 * parks it; the rest goes on. So the handler is given records again that it has handled, and has to be idempotent.
 */
export function takeRecords<Data>(
  consumer: string,
  handle: (records: readonly DataRecord<Data>[]) => Promise<void>,
): (event: KinesisStreamEvent, context: Context) => Promise<KinesisStreamBatchResponse> {
  metrics.setDefaultDimensions({ consumer });
  return async ({ Records: records }) => {
    metrics.setFunctionName(consumer);
    logger.resetKeys();
    logger.appendKeys({ consumer });
    const { readable, unreadable } = read<Data>(records);
    const failedAt = await handled(readable, handle, unreadable);
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    if (failedAt === undefined) return { batchItemFailures: [] };
    const from = failedAt === 0 ? wholeBatch : (records[failedAt]?.kinesis.sequenceNumber ?? wholeBatch);
    return { batchItemFailures: [{ itemIdentifier: from }] };
  };
}

/** Lambda guide, "Configuring partial batch response with Kinesis Data Streams and Lambda": with it a batch has failed as a whole, and is split. */
const wholeBatch = "";

/** @returns the place of the record to go on from; undefined when all is done */
async function handled<Data>(
  records: readonly DataRecord<Data>[],
  handle: (records: readonly DataRecord<Data>[]) => Promise<void>,
  unreadable: number | undefined,
): Promise<number | undefined> {
  try {
    if (records.length > 0) await handle(records);
    metrics.addMetric("RecordsHandled", MetricUnit.Count, records.length);
    if (unreadable === undefined) return undefined;
    logger.error("not readable", { place: unreadable });
    return unreadable;
  } catch (error) {
    logger.error("not handled", error instanceof Error ? error : new Error(String(error)));
    return 0;
  }
}

/** Records up to the first that cannot be read, and the place of that one. */
function read<Data>(records: readonly KinesisStreamRecord[]) {
  const readable: DataRecord<Data>[] = [];
  for (const [place, { eventID, kinesis }] of records.entries()) {
    const text = Buffer.from(kinesis.data, "base64").toString();
    try {
      const data = JSON.parse(text) as Data;
      readable.push({ id: eventID, lane: eventID.split(":")[0] ?? "", key: kinesis.partitionKey, data });
    } catch {
      return { readable, unreadable: place };
    }
  }
  return { readable, unreadable: undefined };
}
