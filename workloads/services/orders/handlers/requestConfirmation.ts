import type { ConsumerHandle } from "../../../runtime/handle";
import type { Confirmation, Order } from "../order";
import type { orders } from "../service";

/** An order was placed: it is to be confirmed. What else the table holds (idempotency keys) has no order's id. */
export const requestConfirmation: ConsumerHandle<typeof orders, "requestConfirmation", Partial<Order>> = async (
  { after },
  { queues },
) => {
  if (after?.orderId === undefined) return;
  const confirmation: Confirmation = { orderId: after.orderId };
  await queues.confirmations.send(confirmation);
};
