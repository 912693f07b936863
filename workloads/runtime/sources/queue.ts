import type { SQSRecord } from "aws-lambda";
import type { Source } from "../consume";
import { correlationAttribute } from "../correlation";

/** A message of a queue. */
export interface Message<Body = unknown> {
  readonly id: string;
  readonly body: Body;
  /** Those that are text: the headers of a request that was stored without a function are among them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** How often it has been delivered, this time included. */
  readonly deliveries: number;
}

/** What of a record is read. */
export interface Received {
  readonly messageId: string;
  readonly body: string;
  readonly messageAttributes: Readonly<Record<string, { readonly stringValue?: string | undefined }>>;
  readonly attributes: { readonly ApproximateReceiveCount: string };
}

/** Bodies are JSON: one that is not fails, and ends in the dead letter queue. */
export const source: Source<Message> = {
  type: "SQS",
  ordered: false,
  idOf: (record) => (record as SQSRecord).messageId,
  read: (record) => read(record as SQSRecord, JSON.parse((record as SQSRecord).body)),
};

/** Bodies are given as they came. */
export const textSource: Source<Message<string>> = {
  ...source,
  read: (record) => read(record as SQSRecord, (record as SQSRecord).body),
};

function read<Body>({ messageId, messageAttributes, attributes }: Received, body: Body) {
  const texts = Object.entries(messageAttributes).flatMap(([name, { stringValue }]) =>
    stringValue === undefined ? [] : [[name, stringValue] as const],
  );
  return {
    given: {
      id: messageId,
      body,
      attributes: Object.fromEntries(texts),
      deliveries: Number(attributes.ApproximateReceiveCount),
    },
    correlationId: messageAttributes[correlationAttribute]?.stringValue,
  };
}
