import { createHash } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { confirming } from "./confirming";
import { once } from "./once";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Confirms the orders of a queue's messages, each once, and says which failed. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of Records) {
    try {
      const { orderId }: { readonly orderId: string } = JSON.parse(body);
      const key = createHash("sha256").update(JSON.stringify(orderId)).digest("base64");
      await once(tables, `confirmOrder#${key}`, () => tables.send(confirming(orderId)));
    } catch (error) {
      console.error(error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
