import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

const keptSeconds = 15 * 24 * 3600;
const atWorkSeconds = 10;

/** Does something once a key, with the calls that this takes: it is claimed, done, and remembered as done. */
export async function once(tables: DynamoDBDocumentClient, id: string, work: () => Promise<unknown>): Promise<void> {
  const TableName = process.env["IDEMPOTENCY_TABLE"];
  const now = Math.floor(Date.now() / 1000);
  try {
    await tables.send(
      new PutCommand({
        TableName,
        Item: { id, status: "INPROGRESS", expiration: now + keptSeconds, in_progress_expiration: now + atWorkSeconds },
        ConditionExpression:
          "attribute_not_exists(id) OR expiration < :now OR (#status = :atWork AND in_progress_expiration < :now)",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":now": now, ":atWork": "INPROGRESS" },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException && error.Item?.["status"]?.S === "COMPLETED") return;
    throw error;
  }
  try {
    await work();
  } catch (error) {
    await tables.send(new DeleteCommand({ TableName, Key: { id } }));
    throw error;
  }
  await tables.send(
    new UpdateCommand({
      TableName,
      Key: { id },
      UpdateExpression: "SET #status = :done, expiration = :until",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":done": "COMPLETED", ":until": now + keptSeconds },
    }),
  );
}
