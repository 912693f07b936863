import type { TableAccess } from "../../../runtime/access/access";

/** A purchase: an order that is paid, set aside and shipped, or cancelled whole. Amounts are in the currency's smallest unit. */
export interface NewPurchase {
  readonly orderId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
  readonly items: readonly { readonly sku: string; readonly quantity: number }[];
}

/** What is cancelled stays so, even if it comes before the purchase. */
export interface Purchase extends Partial<NewPurchase> {
  readonly orderId: string;
  readonly status: "pending" | "completed" | "cancelled";
  readonly reason?: string;
}

export type Purchases = TableAccess<"GetItem" | "PutItem">;

export function find(purchases: Purchases, orderId: string): Promise<Purchase | undefined> {
  return purchases.get<Purchase>({ Key: { orderId }, ConsistentRead: true });
}
