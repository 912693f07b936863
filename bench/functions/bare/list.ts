import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** One month: the deployed one asks for twelve until it has a page, so its calls are more. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const { Items } = await tables.send(
    new QueryCommand({
      TableName: process.env["TABLE"],
      KeyConditionExpression: "#partition = :month",
      ExpressionAttributeNames: { "#partition": "partition" },
      ExpressionAttributeValues: { ":month": new Date().toISOString().slice(0, 7) },
      Limit: Number(event.queryStringParameters?.["limit"] ?? 20),
    }),
  );
  return { statusCode: 200, body: JSON.stringify({ items: Items }) };
}
