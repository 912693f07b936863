import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Stores what it is sent. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const order = { ...JSON.parse(event.body ?? "{}"), orderId: randomUUID(), createdAt: new Date().toISOString() };
  const Item = { ...order, partition: order.createdAt.slice(0, 7), id: order.orderId };
  await tables.send(new PutCommand({ TableName: process.env["ORDERS_TABLE"], Item }));
  return { statusCode: 201, body: JSON.stringify(order) };
}
