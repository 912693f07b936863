import { randomUUID } from "node:crypto";
import { marshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue, Context, DynamoDBStreamEvent, SQSEvent } from "aws-lambda";
import { correlationAttribute } from "../runtime/correlation";
import type { Envelope } from "../runtime/sources/subscription";
import type { ChangeKind } from "../uses/declare";

/** A message to deliver. One that is delivered again has the same id. */
export interface SentMessage {
  readonly body: unknown;
  readonly id?: string;
  readonly correlationId?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A delivery of messages, as Lambda gets it from a queue. */
export function messages(...sent: readonly SentMessage[]): SQSEvent {
  return {
    Records: sent.map(({ body, id = randomUUID(), correlationId, attributes = {} }) => ({
      messageId: id,
      receiptHandle: `receipt-${id}`,
      body: typeof body === "string" ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "0",
        SenderId: "test",
        ApproximateFirstReceiveTimestamp: "0",
      },
      messageAttributes: Object.fromEntries(
        Object.entries({
          ...attributes,
          ...(correlationId === undefined ? {} : { [correlationAttribute]: correlationId }),
        }).map(([name, stringValue]) => [name, { dataType: "String" as const, stringValue }]),
      ),
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-west-1:111122223333:queue",
      awsRegion: "eu-west-1",
    })),
  };
}

/** A delivery of events, as Lambda gets it from the queue of a subscription. One that is in it twice is delivered twice. */
export function events(...received: readonly Envelope[]): SQSEvent {
  return messages(...received.map((body) => ({ body })));
}

/** A delivery of times that have come, ISO 8601, as Lambda gets it from the queue of a schedule. One that is in it twice is delivered twice. */
export function ticks(...times: readonly string[]): SQSEvent {
  return messages(...times.map((time) => ({ body: { id: `tick-${time}`, time, "detail-type": "Scheduled Event" } })));
}

/** A change to deliver: images are plain values, of which `id` tells deliveries apart. */
export interface SentChange {
  readonly kind: ChangeKind;
  readonly keys: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}

/** A delivery of changes, as Lambda gets it from a table's stream. Sequence numbers count from 1. */
export function changes(...made: readonly SentChange[]): DynamoDBStreamEvent {
  return {
    Records: made.map(({ kind, keys, before, after, id = randomUUID() }, index) => ({
      eventID: id,
      eventName: kind,
      eventSource: "aws:dynamodb",
      dynamodb: {
        Keys: image(keys),
        ...(before ? { OldImage: image(before) } : {}),
        ...(after ? { NewImage: image(after) } : {}),
        SequenceNumber: String(index + 1),
        StreamViewType: "NEW_AND_OLD_IMAGES",
      },
    })),
  };
}

function image(item: Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  return marshall(item, { removeUndefinedValues: true }) as Record<string, AttributeValue>;
}

/** What Lambda tells a function of its invocation. */
export const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: "test",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:test",
  memoryLimitInMB: "256",
  awsRequestId: "request-1",
  logGroupName: "test",
  logStreamName: "test",
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
