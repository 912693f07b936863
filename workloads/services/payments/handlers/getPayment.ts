import type { OperationHandle } from "../../../runtime/handle";
import { readRecord } from "../../../runtime/records";
import { problem } from "../../../runtime/reply";
import type { Payment } from "../payment";
import type { payments } from "../service";

interface Parts {
  readonly path: { readonly paymentId: string };
}

export const getPayment: OperationHandle<typeof payments, "getPayment", Parts> = async ({ path }, { tables }) => {
  const payment = await readRecord<Payment>(tables.payments, path.paymentId);
  return payment ? { status: 200, body: payment } : problem(404, `There is no payment ${path.paymentId}`);
};
