import { createHash } from "node:crypto";
import { type AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { once } from "./once";

const queues = new SQSClient({});
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Sends the orders of a table's changes to a queue, each once, up to the first that fails. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const { eventID, dynamodb } of Records) {
    try {
      const { orderId } = unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
      const MessageBody = JSON.stringify({ orderId });
      const key = createHash("sha256").update(JSON.stringify(eventID)).digest("base64");
      await once(tables, `requestConfirmation#${key}`, () =>
        queues.send(new SendMessageCommand({ QueueUrl: process.env["CONFIRMATIONS_QUEUE"], MessageBody })),
      );
    } catch (error) {
      console.error(error);
      return { batchItemFailures: [{ itemIdentifier: dynamodb?.SequenceNumber ?? "" }] };
    }
  }
  return { batchItemFailures: [] };
}
