import { type OperationHandle, timeOrderedId } from "../../../../../workloads/runtime";
import type { texts } from "../service";
import type { Text } from "../text";

interface Parts {
  readonly body: Pick<Text, "text">;
}

/** Answers once the text is in the first queue: from there on it is not lost. */
export const sendText: OperationHandle<typeof texts, "sendText", Parts> = async ({ body }, { queues }) => {
  const textId = timeOrderedId(Date.now());
  await queues.normalise.send({ textId, text: body.text } satisfies Text);
  return { status: 202, headers: { location: `/texts/${textId}` }, body: { textId } };
};
