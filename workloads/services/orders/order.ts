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
  readonly status: "placed";
  readonly createdAt: string;
}

export function placeOrder(order: NewOrder, orderId: string, now: number): Order {
  const total = order.items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return { orderId, ...order, total, status: "placed", createdAt: new Date(now).toISOString() };
}
