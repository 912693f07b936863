/** Written by Landfall from the schemas beside it; `docs/events.md` says how. Do not change it by hand. */

/** A customer bought something and the payment provider confirmed it. Amounts are in the currency's smallest unit. */
export interface OrdersOrderPurchasedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly customerId: string;
  /** ISO 4217 */
  readonly currency: string;
  readonly items: readonly {
    readonly sku: string;
    readonly quantity: number;
    readonly unitPrice: number;
  }[];
  readonly total: number;
  readonly purchasedAt: string;
}

export interface Events {
  readonly "orders/OrderPurchased.v1": OrdersOrderPurchasedV1;
}
