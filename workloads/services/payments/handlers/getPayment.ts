import { readRecord } from "../../../runtime/records";
import { problem } from "../../../runtime/reply";
import type { Handle } from "../../../runtime/serve";
import type { Payment } from "../payment";

export const getPayment: Handle<{ readonly path: { readonly paymentId: string } }> = async ({ path }) => {
  const payment = await readRecord<Payment>("payments", path.paymentId);
  return payment ? { status: 200, body: payment } : problem(404, `There is no payment ${path.paymentId}`);
};
