import { SendMessageCommand, type SendMessageCommandInput } from "@aws-sdk/client-sqs";
import { parkingVariable, resourceVariable } from "../../uses/variables";
import { sqs } from "../clients/sqs";
import { fromEnvironment } from "../clients/settings";
import { correlationAttribute, correlationId } from "../correlation";
import type { Message } from "../sources/queue";

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
