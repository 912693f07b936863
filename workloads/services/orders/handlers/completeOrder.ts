import type { TaskHandle } from "../../../runtime/handle";
import { completeOrder as complete } from "../purchase/complete-order";
import type { orders } from "../service";

export const completeOrder: TaskHandle<typeof orders, "completeOrder", { readonly orderId: string }> = async (
  { orderId },
  { tables },
) => {
  const isThere = await complete(tables.purchases, { orderId });
  if (!isThere) throw new Error(`there is no order ${orderId} to complete`);
};
