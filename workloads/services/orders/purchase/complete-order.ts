import { ifStill } from "../../../runtime/optimistic";
import { find, type Purchase, type Purchases } from "./purchase";

/** Notes that an order was shipped, once, however often it is called. @returns whether there is such a purchase. @throws Error when it was cancelled */
export async function completeOrder(purchases: Purchases, { orderId }: { readonly orderId: string }): Promise<boolean> {
  const known = await find(purchases, orderId);
  if (known === undefined) return false;
  if (known.status === "completed") return true;
  if (known.status === "cancelled") throw new Error(`the order ${orderId} was shipped, and is cancelled`);
  const completed: Purchase = { ...known, status: "completed" };
  await purchases.put({ Item: { ...completed }, ...ifStill("pending") });
  return true;
}
