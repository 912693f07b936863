import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { SQSEvent } from "aws-lambda";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Confirms the orders of a queue's messages, without knowing which it has confirmed before or which failed. */
export async function handler({ Records }: SQSEvent): Promise<void> {
  for (const { body } of Records) {
    const { orderId: id }: { readonly orderId: string } = JSON.parse(body);
    await tables.send(
      new UpdateCommand({
        TableName: process.env["TABLE"],
        Key: { partition: id.slice(0, 8), id },
        UpdateExpression: "SET #status = :confirmed",
        ConditionExpression: "attribute_exists(id)",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":confirmed": "confirmed" },
      }),
    );
  }
}
