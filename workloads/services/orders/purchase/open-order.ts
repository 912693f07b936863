import { transact } from "../../../runtime/access/transact";
import { ifAbsent } from "../../../runtime/optimistic";
import type { Tell } from "../../../runtime/outbox";
import { find, type NewPurchase, type Purchase, type Purchases } from "./purchase";

type Told = Tell<{ readonly event: "OrderPlaced.v1"; readonly data: NewPurchase }>;

/** Notes that an order is to be paid and shipped, once, however often it is called; not after it was cancelled. */
export async function openOrder(purchases: Purchases, order: NewPurchase, tell: Told): Promise<"open" | "cancelled"> {
  const { orderId, customerId, currency, amount, items } = order;
  const known = await find(purchases, orderId);
  if (known) return known.status === "cancelled" ? "cancelled" : "open";
  const data: NewPurchase = { orderId, customerId, currency, amount, items };
  const pending: Purchase = { ...data, status: "pending" };
  await transact([
    purchases.putting({ Item: { ...pending }, ...ifAbsent("orderId") }),
    ...tell({ event: "OrderPlaced.v1", data, id: `placed-${orderId}` }),
  ]);
  return "open";
}
