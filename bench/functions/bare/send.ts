import { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { asking } from "./asking";

const queues = new SQSClient({});

/** Sends the orders of a table's changes to a queue, without knowing which it has sent before or which failed. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<void> {
  for (const record of Records) await queues.send(asking(record));
}
