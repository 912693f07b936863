import type { ConsumerHandle } from "../../../runtime/handle";
import { cancelOrder } from "../purchase/cancel-order";
import type { orders } from "../service";

/** The payment was refused, or is back with the customer. */
export const cancelUnpaid: ConsumerHandle<typeof orders, "cancelUnpaid"> = ({ data }, { tables }) =>
  cancelOrder(tables.purchases, data);
