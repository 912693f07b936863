/** What state machines and events say of an order that is to be paid. Amounts are in the currency's smallest unit. */
export interface OrderToPay {
  readonly orderId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amount: number;
}

/**
 * Where the payment of an order is. Once it is to be refunded it is never taken any more, whichever of the two comes first: so a refund may be called for
 * what nobody knows the outcome of.
 */
export interface Charge {
  readonly orderId: string;
  readonly status: "taking" | "taken" | "refused" | "refunding" | "refunded";
  readonly reason?: string;
  readonly customerId?: string;
  readonly amount?: number;
}

export type Taken = { readonly outcome: "taken" } | { readonly outcome: "refused"; readonly reason: string };
