import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { tracer } from "../telemetry";
import { clientSettings } from "./settings";

export const dynamodb = tracer.captureAWSv3Client(new DynamoDBClient(clientSettings));

export const documents = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
