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

/** What is set aside for an order cannot be shipped. */
export interface FulfilmentShipmentFailedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly reason: string;
}

/** What a customer bought is set aside for them. */
export interface FulfilmentStockReservedV1 {
  readonly orderId: string;
  readonly items: readonly {
    readonly sku: string;
    readonly quantity: number;
  }[];
}

/** There is too little in stock for an order; nothing of it is set aside. */
export interface FulfilmentStockShortV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly reason: string;
}

/** A customer wants to buy something: it is to be paid, set aside and shipped. */
export interface OrdersOrderPlacedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly customerId: string;
  /** ISO 4217 */
  readonly currency: string;
  /** In the currency's smallest unit */
  readonly amount: number;
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

/** The money for an order is back where it came from. */
export interface PaymentsPaymentRefundedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly reason: string;
}

/** The payment provider did not take the money for an order, and will not. */
export interface PaymentsPaymentRefusedV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly reason: string;
}

/** The payment provider has taken the money for an order, which is to be set aside. */
export interface PaymentsPaymentTakenV1 {
  /** Identity of the order in the service orders */
  readonly orderId: string;
  readonly customerId: string;
  /** ISO 4217 */
  readonly currency: string;
  /** In the currency's smallest unit */
  readonly amount: number;
  readonly items: readonly {
    readonly sku: string;
    readonly quantity: number;
  }[];
}

export interface Events {
  readonly "fulfilment/OrderShipped.v1": FulfilmentOrderShippedV1;
  readonly "fulfilment/ShipmentFailed.v1": FulfilmentShipmentFailedV1;
  readonly "fulfilment/StockReserved.v1": FulfilmentStockReservedV1;
  readonly "fulfilment/StockShort.v1": FulfilmentStockShortV1;
  readonly "orders/OrderPlaced.v1": OrdersOrderPlacedV1;
  readonly "orders/OrderPurchased.v1": OrdersOrderPurchasedV1;
  readonly "payments/PaymentRefunded.v1": PaymentsPaymentRefundedV1;
  readonly "payments/PaymentRefused.v1": PaymentsPaymentRefusedV1;
  readonly "payments/PaymentTaken.v1": PaymentsPaymentTakenV1;
}
