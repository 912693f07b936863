import { createHash, randomUUID } from "node:crypto";
import { ConditionalCheckFailedException, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env["TABLE"];

/** Stores what it is sent, once for each key it is sent with: the calls of `createRecord`, and nothing else of it. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const key = event.headers["idempotency-key"];
  const id = key === undefined ? randomUUID() : createHash("sha256").update(key).digest("hex");
  const createdAt = new Date().toISOString();
  const Key = { partition: createdAt.slice(0, 7), id };
  const Item = { ...JSON.parse(event.body ?? "{}"), ...Key, createdAt };
  try {
    await tables.send(new PutCommand({ TableName, Item, ConditionExpression: "attribute_not_exists(id)" }));
    return { statusCode: 201, body: JSON.stringify(Item) };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const { Item: stored } = await tables.send(new GetCommand({ TableName, Key }));
    return { statusCode: 201, body: JSON.stringify(stored) };
  }
}
