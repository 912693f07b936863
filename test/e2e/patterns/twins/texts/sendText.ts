import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { type Text, wordsOf } from "../../../../../examples/patterns/services/texts/text";
import { type OperationHandle, timeOrderedId } from "../../../../../workloads/runtime";
import type { texts } from "../../../../../examples/patterns/services/texts/service";

interface Parts {
  readonly body: Pick<Text, "text">;
}

const lambda = new LambdaClient({});

/** As `sendText`, but it does the first stage's work and calls the second: there is no queue between. */
export const sendText: OperationHandle<typeof texts, "sendText", Parts> = async ({ body }) => {
  const textId = timeOrderedId(Date.now());
  await call("texts-count", wordsOf({ textId, text: body.text }));
  return { status: 202, headers: { location: `/texts/${textId}` }, body: { textId } };
};

async function call(FunctionName: string, body: { readonly textId: string }): Promise<void> {
  const record = {
    messageId: body.textId,
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: "1" },
    messageAttributes: {},
    eventSource: "aws:sqs",
  };
  const Payload = JSON.stringify({ Records: [record] });
  const answer = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
  const { batchItemFailures = [] } = JSON.parse(answer.Payload?.transformToString() ?? "{}") as {
    readonly batchItemFailures?: readonly object[];
  };
  if (answer.FunctionError !== undefined || batchItemFailures.length > 0) throw new Error(`${FunctionName} failed`);
}
