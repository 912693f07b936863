import { type ConsumerHandle, failedConditions, ifAbsent, transact } from "../../../../../workloads/runtime";
import type { transactionalOutbox } from "../service";
import type { SignedUp } from "../signup";

/** Greets once an event: the greeting is of the transaction that remembers it. */
export const greet: ConsumerHandle<typeof transactionalOutbox, "greet", SignedUp> = async ({ body }, { tables }) => {
  const remembered = tables.greeted.putting({ Item: { eventId: body.id }, ...ifAbsent("eventId") });
  const greeted = tables.signups.updating({
    Key: { signupId: body.signupId },
    UpdateExpression: "ADD greetings :one",
    ExpressionAttributeValues: { ":one": 1 },
  });
  try {
    await transact([remembered, greeted]);
  } catch (error) {
    if (!failedConditions(error).includes(0)) throw error;
  }
};
