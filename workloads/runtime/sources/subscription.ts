import type { SQSRecord } from "aws-lambda";
import type { EventMetadata } from "../../events/schemas/detail-schema";
import { following } from "../causation";
import type { Source } from "../consume";
import { logger } from "../telemetry";

/** An event that the service subscribed to. */
export interface ReceivedEvent<Name extends string = string, Data = unknown> {
  /** The event's, `metadata.id`: the same at every delivery. */
  readonly id: string;
  /** `orders/OrderPurchased.v1` */
  readonly event: Name;
  readonly metadata: EventMetadata;
  readonly data: Data;
}

/** What EventBridge puts into a subscription's queue (EventBridge User Guide, "AWS service event metadata"). */
export interface Envelope {
  readonly source: string;
  readonly "detail-type": string;
  readonly detail: { readonly metadata: EventMetadata; readonly data: unknown };
}

/** What is not an event of Landfall's form fails, and ends in the dead letter queue. */
export const source: Source<ReceivedEvent> = {
  type: "SQS",
  ordered: false,
  idOf: (record) => (record as SQSRecord).messageId,
  read: (record) => {
    const { source: from, "detail-type": type, detail } = JSON.parse((record as SQSRecord).body) as Partial<Envelope>;
    const { metadata, data } = detail ?? {};
    if (metadata === undefined) throw new Error("the message is no event: it has no detail.metadata");
    const event = `${from}/${type}.v${metadata.version}`;
    return { given: { id: metadata.id, event, metadata, data }, correlationId: metadata.correlationId };
  },
};

/** What the handler does follows from the event: it says so in its logs, and what it publishes is caused by it. */
export function handling<Given extends ReceivedEvent>(
  handle: (given: Given) => Promise<void>,
): (given: Given) => Promise<void> {
  return (given) => {
    logger.appendKeys({ event: given.event, event_id: given.id });
    return following(given.id, () => handle(given));
  };
}
