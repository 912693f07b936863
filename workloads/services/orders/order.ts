/** As `openapi.yaml` has them. Amounts are in the currency's smallest unit. */
export interface Item {
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

export interface NewOrder {
  readonly customerId: string;
  readonly currency: string;
  readonly items: readonly Item[];
}

export interface Order extends NewOrder {
  readonly orderId: string;
  readonly total: number;
  /** Placed until the order has been confirmed, which happens by itself; purchased where the payment provider's checkout sold it. */
  readonly status: "placed" | "confirmed" | "purchased" | "refunded";
  readonly createdAt: string;
}

export function placeOrder(order: NewOrder, orderId: string, now: number): Order {
  const total = order.items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return { orderId, ...order, total, status: "placed", createdAt: new Date(now).toISOString() };
}

/** The message that asks to confirm an order. */
export interface Confirmation {
  readonly orderId: string;
}
