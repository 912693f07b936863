import { createHash } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from "aws-lambda";
import { asking } from "./asking";
import { once } from "./once";

const queues = new SQSClient({});
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Sends the orders of a table's changes to a queue, each once, up to the first that fails. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  for (const record of Records) {
    try {
      const key = createHash("sha256").update(JSON.stringify(record.eventID)).digest("base64");
      await once(tables, `requestConfirmation#${key}`, () => queues.send(asking(record)));
    } catch (error) {
      console.error(error);
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
    }
  }
  return { batchItemFailures: [] };
}
