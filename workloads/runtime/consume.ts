import { BatchProcessor, type EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { IdempotencyConfig, makeIdempotent } from "@aws-lambda-powertools/idempotency";
import type { BasePersistenceLayer } from "@aws-lambda-powertools/idempotency/persistence";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { idempotencyTable } from "./idempotency-table";
import { logger, metrics } from "./telemetry";

/** What the definition says of one consumer, as bundled with its handler. */
export interface Consumer {
  readonly name: string;
  /** JMESPath of what makes two deliveries the same one. */
  readonly key: string;
}

/** Where records come from and what a handler is given of one. */
export interface Source<Given> {
  readonly type: keyof typeof EventType;
  /** True when no record may overtake one before it that failed. */
  readonly ordered: boolean;
  /** How Lambda calls the record, whatever is in it. */
  readonly idOf: (record: object) => string;
  readonly read: (record: object) => { readonly given: Given; readonly correlationId: string | undefined };
}

export type SourceEvent = SQSEvent | DynamoDBStreamEvent;
export type BatchResponse = SQSBatchResponse | DynamoDBBatchResponse;

/** A day longer than a dead letter queue keeps a message, so that one sent back from there is known if it was handled after all. */
const keptSeconds = 15 * 24 * 3600;

/**
 * The Lambda function of one consumer. Records are handled one after the other; those that fail, and no others, come again
 * until they go to the dead letter queue. What was handled is remembered by its key in the service's idempotency table,
 * where a delivery at the same time is held off too.
 */
export function consume<Given extends { readonly id: string }>(
  consumer: Consumer,
  source: Source<Given>,
  handle: (given: Given) => Promise<void>,
  persistenceStore: BasePersistenceLayer = idempotencyTable(),
): (event: SourceEvent, context: Context) => Promise<BatchResponse> {
  const processor = new BatchProcessor(source.type);
  const config = new IdempotencyConfig({
    eventKeyJmesPath: consumer.key,
    throwOnNoIdempotencyKey: true,
    expiresAfterSeconds: keptSeconds,
    hashFunction: "sha256",
  });
  const once = makeIdempotent(handle, { persistenceStore, config, keyPrefix: consumer.name });
  metrics.setDefaultDimensions({ consumer: consumer.name });
  return async (event, context) => {
    config.registerLambdaContext(context);
    metrics.setFunctionName(consumer.name);
    metrics.captureColdStartMetric();
    let failed = false;
    const one = async (record: object): Promise<void> => {
      if (failed && source.ordered) throw new Error("left for later: one before it failed");
      logger.resetKeys();
      logger.appendKeys({ consumer: consumer.name, record: source.idOf(record) });
      try {
        await told(source.read(record), once);
      } catch (error) {
        failed = true;
        logger.error("not handled", error instanceof Error ? error : new Error(String(error)));
        metrics.addMetric("RecordsFailed", MetricUnit.Count, 1);
        throw error;
      }
    };
    const options = { context, processInParallel: false, throwOnFullBatchFailure: false };
    const response = await processPartialResponse(event, one, processor, options);
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    return response;
  };
}

/** Handles one record under its own correlation id. */
async function told<Given extends { readonly id: string }>(
  { given, correlationId }: ReturnType<Source<Given>["read"]>,
  once: (given: Given) => Promise<void>,
): Promise<void> {
  if (correlationId !== undefined) logger.setCorrelationId(correlationId);
  await once(given);
  logger.info("handled");
  metrics.addMetric("RecordsHandled", MetricUnit.Count, 1);
}
