import type { TaskHandle } from "../../../runtime/handle";
import { tellNobody } from "../../../runtime/outbox";
import { Refusal } from "../../../runtime/refusal";
import { openOrder as open } from "../purchase/open-order";
import type { NewPurchase } from "../purchase/purchase";
import type { orders } from "../service";

export const openOrder: TaskHandle<typeof orders, "openOrder", NewPurchase> = async (order, { tables }) => {
  const opened = await open(tables.purchases, order, tellNobody);
  if (opened === "cancelled") throw new Refusal("OrderCancelled", `the order ${order.orderId} was cancelled`);
};
