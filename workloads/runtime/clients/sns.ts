import { signedCall } from "./signed-call";

/** As SNS and SQS have them: `DataType` is String or Number. */
export type MessageAttributes = Readonly<Record<string, string | number>>;

/** Amazon SNS API Reference, "Publish". @throws Error with the service's answer when it refuses */
export async function publish(TopicArn: string, Message: string, attributes: MessageAttributes): Promise<void> {
  const body = new URLSearchParams({ Action: "Publish", Version: "2010-03-31", TopicArn, Message });
  Object.entries(attributes).forEach(([name, value], index) => {
    const entry = `MessageAttributes.entry.${index + 1}`;
    body.set(`${entry}.Name`, name);
    body.set(`${entry}.Value.DataType`, typeof value === "number" ? "Number" : "String");
    body.set(`${entry}.Value.StringValue`, String(value));
  });
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  await signedCall({ service: "sns", headers, body: body.toString() });
}
