import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";

const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** What one writes who wants an answer and nothing else. */
export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const [id = ""] = Object.values(event.pathParameters ?? {});
  const Key = { partition: id.slice(0, 8), id };
  const { Item } = await tables.send(new GetCommand({ TableName: process.env["TABLE"], Key }));
  return Item ? { statusCode: 200, body: JSON.stringify(Item) } : { statusCode: 404 };
}
