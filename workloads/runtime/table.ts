import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tableVariable } from "../table-variable";
import { timeouts } from "../timeouts";
import { tracer } from "./telemetry";

/** All attempts together end before the function does, so that a slow table becomes a logged error, not a timeout. */
const client = new DynamoDBClient({
  maxAttempts: timeouts.sdkAttempts,
  requestHandler: { connectionTimeout: 1000, requestTimeout: timeouts.sdkRequestMilliseconds },
});

export const tables = DynamoDBDocumentClient.from(tracer.captureAWSv3Client(client), {
  marshallOptions: { removeUndefinedValues: true },
});

/** Name of a table of the service. @throws Error when the operation's declaration does not name the table. */
export function tableName(table: string): string {
  const name = process.env[tableVariable(table)];
  if (name === undefined) throw new Error(`the operation does not declare that it uses the table ${table}`);
  return name;
}
