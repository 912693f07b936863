import { SendMessageCommand, type SendMessageCommandInput } from "@aws-sdk/client-sqs";
import { resourceVariable } from "../../uses/variables";
import { sqs } from "../clients/sqs";
import { fromEnvironment } from "../clients/settings";
import { correlationAttribute, correlationId } from "../correlation";

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
