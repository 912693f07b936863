import type { OrdersOrderPurchasedV1 } from "../../../events/types";

/** An event that is to be published, stored in the transaction of what it tells of. */
export interface OutboxItem {
  readonly id: string;
  readonly purchased: OrdersOrderPurchasedV1;
  /** Epoch seconds: the stream has taken it long before. */
  readonly expiresAt: number;
}

const keptSeconds = 7 * 24 * 3600;

/** One order has one such event, whoever stores it how often. */
export function outboxItem(purchased: OrdersOrderPurchasedV1, now: number): OutboxItem {
  return { id: `purchased-${purchased.orderId}`, purchased, expiresAt: Math.floor(now / 1000) + keptSeconds };
}
