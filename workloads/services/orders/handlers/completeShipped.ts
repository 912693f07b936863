import type { ConsumerHandle } from "../../../runtime/handle";
import { completeOrder } from "../purchase/complete-order";
import type { orders } from "../service";

/** The order has left the warehouse. Those that a checkout sold are no purchases: they were paid before they came here. */
export const completeShipped: ConsumerHandle<typeof orders, "completeShipped"> = async ({ data }, { tables }) => {
  await completeOrder(tables.purchases, data);
};
