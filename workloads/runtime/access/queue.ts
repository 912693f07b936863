import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SendMessageCommandInput,
} from "@aws-sdk/client-sqs";
import { parkingVariable, resourceVariable } from "../../uses/variables";
import { sqs } from "../clients/sqs";
import { fromEnvironment } from "../clients/settings";
import { correlationAttribute, correlationId } from "../correlation";
import type { Message, Received } from "../sources/queue";

export function SendMessage(queue: string) {
  const QueueUrl = fromEnvironment(resourceVariable("queue", queue));
  return {
    /** Sends the body as JSON, with the correlation id of what is being worked on. */
    send: async (body: unknown, options: Pick<SendMessageCommandInput, "DelaySeconds"> = {}): Promise<void> => {
      const id = correlationId();
      const MessageAttributes =
        id === undefined ? {} : { [correlationAttribute]: { DataType: "String", StringValue: id } };
      await sqs.send(
        new SendMessageCommand({ ...options, QueueUrl, MessageBody: JSON.stringify(body), MessageAttributes }),
      );
    },
  };
}

/** SQS Developer Guide, "Message attributes": ten a message. */
const mostAttributes = 10;

export function ParkMessage(queue: string) {
  const QueueUrl = fromEnvironment(parkingVariable(queue));
  return {
    /**
     * Puts a message that was received, as it is, into the queue's dead letter queue, with the reason as an attribute; `landfall redrive` can send
     * it back. The handler then returns: a message that can never be handled is not delivered again.
     */
    park: async ({ body, attributes }: Pick<Message, "body" | "attributes">, reason: string): Promise<void> => {
      const kept = { ...attributes, reason };
      const told = Object.entries(kept).slice(-mostAttributes);
      await sqs.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: typeof body === "string" ? body : JSON.stringify(body),
          MessageAttributes: Object.fromEntries(
            told.map(([name, value]) => [name, { DataType: "String", StringValue: value }]),
          ),
        }),
      );
    },
  };
}

/** SQS Developer Guide, "Amazon SQS short and long polling": with any wait all servers are asked, so that nothing received is an empty queue. */
const waitSeconds = 1;

/** A message that was handed out, and what it is deleted by. */
export interface Taken {
  readonly record: Received;
  readonly receipt: string;
}

export function ReceiveMessage(queue: string) {
  const QueueUrl = fromEnvironment(resourceVariable("queue", queue));
  return {
    /** The next message, which comes again after the queue's visibility timeout unless it is `done`; undefined when none waits. */
    take: async (): Promise<Taken | undefined> => {
      const { Messages: [message] = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 1,
          WaitTimeSeconds: waitSeconds,
          MessageAttributeNames: ["All"],
          MessageSystemAttributeNames: ["ApproximateReceiveCount"],
        }),
      );
      if (message === undefined) return undefined;
      const { MessageId = "", Body = "", ReceiptHandle = "", MessageAttributes = {}, Attributes } = message;
      const messageAttributes = Object.fromEntries(
        Object.entries(MessageAttributes).map(([name, { StringValue: stringValue }]) => [name, { stringValue }]),
      );
      const attributes = { ApproximateReceiveCount: Attributes?.ApproximateReceiveCount ?? "1" };
      return { receipt: ReceiptHandle, record: { messageId: MessageId, body: Body, messageAttributes, attributes } };
    },
  };
}

export function DeleteMessage(queue: string) {
  const QueueUrl = fromEnvironment(resourceVariable("queue", queue));
  return {
    /** It does not come again. */
    done: async ({ receipt }: Pick<Taken, "receipt">): Promise<void> => {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: receipt }));
    },
  };
}

export function GetQueueAttributes(queue: string) {
  const QueueUrl = fromEnvironment(resourceVariable("queue", queue));
  return {
    /** About how many messages wait for somebody to take them: not those that are being worked on, nor those that are delayed. */
    waiting: async (): Promise<number> => {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages"] }),
      );
      return Number(Attributes["ApproximateNumberOfMessages"] ?? 0);
    },
  };
}
