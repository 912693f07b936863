import { createHash } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { SQSBatchResponse, SQSEvent } from "aws-lambda";
import { once } from "./once";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Confirms the orders of a queue's messages, each once, and says which failed. */
export async function handler({ Records }: SQSEvent): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId } of Records) {
    try {
      const { orderId: id }: { readonly orderId: string } = JSON.parse(body);
      const key = createHash("sha256").update(JSON.stringify(id)).digest("base64");
      await once(tables, `confirmOrder#${key}`, () =>
        tables.send(
          new UpdateCommand({
            TableName: process.env["TABLE"],
            Key: { partition: id.slice(0, 8), id },
            UpdateExpression: "SET #status = :confirmed",
            ConditionExpression: "attribute_exists(id)",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":confirmed": "confirmed" },
          }),
        ),
      );
    } catch (error) {
      console.error(error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
