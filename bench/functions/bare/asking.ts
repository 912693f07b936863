import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";

/** What asks for the confirmation of the order that a change made. */
export function asking({ dynamodb }: DynamoDBRecord): SendMessageCommand {
  const { orderId } = unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
  return new SendMessageCommand({
    QueueUrl: process.env["CONFIRMATIONS_QUEUE"],
    MessageBody: JSON.stringify({ orderId }),
  });
}
