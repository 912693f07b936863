import type { SQSRecord } from "aws-lambda";
import type { Source } from "../consume";

/** A time of a schedule that has come. */
export interface Tick {
  /** The same at every delivery. */
  readonly id: string;
  /** When it was, ISO 8601. */
  readonly time: string;
}

/** What EventBridge puts into the queue of a scheduled rule (EventBridge User Guide, "Creating a rule that runs on a schedule"). */
export const source: Source<Tick> = {
  type: "SQS",
  ordered: false,
  idOf: (record) => (record as SQSRecord).messageId,
  read: (record) => {
    const { id, time } = JSON.parse((record as SQSRecord).body) as Partial<Tick>;
    if (id === undefined || time === undefined)
      throw new Error("the message is no scheduled event: it has no id or time");
    return { given: { id, time }, correlationId: id };
  },
};
