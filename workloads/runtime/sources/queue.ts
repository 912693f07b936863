import type { SQSRecord } from "aws-lambda";
import type { Source } from "../consume";
import { correlationAttribute } from "../correlation";

/** A message of a queue. */
export interface Message<Body = unknown> {
  readonly id: string;
  readonly body: Body;
  /** How often it has been delivered, this time included. */
  readonly deliveries: number;
}

/** Bodies are JSON: one that is not fails, and ends in the dead letter queue. */
export const source: Source<Message> = {
  type: "SQS",
  ordered: false,
  idOf: (record) => (record as SQSRecord).messageId,
  read: (record) => {
    const { messageId, body, messageAttributes, attributes } = record as SQSRecord;
    return {
      given: { id: messageId, body: JSON.parse(body), deliveries: Number(attributes.ApproximateReceiveCount) },
      correlationId: messageAttributes[correlationAttribute]?.stringValue,
    };
  },
};
