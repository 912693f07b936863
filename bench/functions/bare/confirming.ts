import { UpdateCommand } from "@aws-sdk/lib-dynamodb";

/** What confirms an order that is there. */
export function confirming(id: string): UpdateCommand {
  return new UpdateCommand({
    TableName: process.env["TABLE"],
    Key: { partition: id.slice(0, 8), id },
    UpdateExpression: "SET #status = :confirmed",
    ConditionExpression: "attribute_exists(id)",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":confirmed": "confirmed" },
  });
}
