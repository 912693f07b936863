import { failedConditions, ifAbsent, type OperationHandle, transact } from "../../../../../workloads/runtime";
import type { payOnce } from "../service";

interface Parts {
  readonly header: { readonly "idempotency-key": string };
  readonly body: { readonly account: string; readonly amount: number };
}

/** Asked again only when nobody knows how the first time ended: so the payment is called by the key, and taken if it is not there. */
export const pay: OperationHandle<typeof payOnce, "pay", Parts> = async ({ header, body }, { tables }) => {
  const paymentId = header["idempotency-key"];
  const payment = { paymentId, ...body, takenAt: new Date().toISOString() };
  try {
    await transact([
      tables.payments.putting({ Item: payment, ...ifAbsent("paymentId") }),
      tables.accounts.updating({
        Key: { account: body.account },
        UpdateExpression: "ADD taken :amount, payments :one",
        ExpressionAttributeValues: { ":amount": body.amount, ":one": 1 },
      }),
    ]);
    return { status: 201, body: payment };
  } catch (error) {
    if (!failedConditions(error).includes(0)) throw error;
    return { status: 201, body: await tables.payments.get({ Key: { paymentId }, ConsistentRead: true }) };
  }
};
