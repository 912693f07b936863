import type { ConsumerHandle } from "../../../runtime/handle";
import type { Confirmation, Order } from "../order";
import type { orders } from "../service";

/** An order was placed: it is to be confirmed. One that is paid needs no confirmation, and what else the table holds (idempotency keys) has no status. */
export const requestConfirmation: ConsumerHandle<typeof orders, "requestConfirmation", Partial<Order>> = async (
  { after },
  { queues },
) => {
  if (after?.orderId === undefined || after.status !== "placed") return;
  const confirmation: Confirmation = { orderId: after.orderId };
  await queues.confirmations.send(confirmation);
};
