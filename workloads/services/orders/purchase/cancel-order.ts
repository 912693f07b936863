import { ifAbsent, ifStill } from "../../../runtime/optimistic";
import { find, type Purchase, type Purchases } from "./purchase";

/** Cancels an order, once, however often it is called. What was not opened yet never will be. @throws Error when it has been completed */
export async function cancelOrder(
  purchases: Purchases,
  { orderId, reason = "the purchase failed" }: { readonly orderId: string; readonly reason?: string },
): Promise<void> {
  const known = await find(purchases, orderId);
  if (known?.status === "cancelled") return;
  if (known?.status === "completed") throw new Error(`the order ${orderId} has been completed`);
  const cancelled: Purchase = { ...known, orderId, status: "cancelled", reason };
  await purchases.put({ Item: { ...cancelled }, ...(known ? ifStill(known.status) : ifAbsent("orderId")) });
}
