import type { TaskHandle } from "../../../runtime/handle";
import { tellNobody } from "../../../runtime/outbox";
import { Refusal } from "../../../runtime/refusal";
import type { OrderToPay } from "../purchase/charge";
import { takePayment as take } from "../purchase/take-payment";
import type { payments } from "../service";

/** For state machines, which go by what it returns or throws. */
export const takePayment: TaskHandle<typeof payments, "takePayment", OrderToPay> = async (order, { tables }) => {
  const taken = await take(tables, order, tellNobody);
  if (taken.outcome === "refused") throw new Refusal("PaymentRefused", taken.reason);
};
