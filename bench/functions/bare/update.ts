import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { SQSEvent } from "aws-lambda";
import { confirming } from "./confirming";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Confirms the orders of a queue's messages, without knowing which it has confirmed before or which failed. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    const { orderId }: { readonly orderId: string } = JSON.parse(body);
    await tables.send(confirming(orderId));
  }
}
