import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { DynamoDBStreamEvent } from "aws-lambda";

const queues = new SQSClient({});

/** Sends the orders of a table's changes to a queue, without knowing which it has sent before or which failed. */
export async function handler({ Records }: DynamoDBStreamEvent): Promise<void> {
  for (const { dynamodb } of Records) {
    const { orderId } = unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
    const MessageBody = JSON.stringify({ orderId });
    await queues.send(new SendMessageCommand({ QueueUrl: process.env["CONFIRMATIONS_QUEUE"], MessageBody }));
  }
}
