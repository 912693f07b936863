/** Written by Landfall from the schemas beside it; `docs/events.md` says how. Do not change it by hand. */

/** What a customer bought has left the warehouse. */
export interface FulfilmentOrderShippedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly customerId: string;
  readonly items: readonly {
    readonly sku: string;
    readonly quantity: number;
  }[];
  readonly shippedAt: string;
}

/** What a customer bought is set aside for them. */
export interface FulfilmentStockReservedV1 {
  readonly orderId: string;
  readonly items: readonly {
    readonly sku: string;
    readonly quantity: number;
  }[];
}

/** A customer bought something and the payment provider confirmed it. Amounts are in the currency's smallest unit. */
export interface OrdersOrderPurchasedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly customerId: string;
  /** Where the customer wants the receipt */
  readonly email?: string;
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
  readonly "fulfilment/OrderShipped.v1": FulfilmentOrderShippedV1;
  readonly "fulfilment/StockReserved.v1": FulfilmentStockReservedV1;
  readonly "orders/OrderPurchased.v1": OrdersOrderPurchasedV1;
}
