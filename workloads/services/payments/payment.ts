/** As `openapi.yaml` has them. Amounts are in the currency's smallest unit. */
export interface NewPayment {
  readonly orderId: string;
  readonly amount: number;
  readonly currency: string;
  readonly method: "card" | "bank-transfer";
}

export interface Payment extends NewPayment {
  readonly paymentId: string;
  readonly status: "authorised";
  readonly createdAt: string;
}

export function authorise(payment: NewPayment, paymentId: string, now: number): Payment {
  return { paymentId, ...payment, status: "authorised", createdAt: new Date(now).toISOString() };
}
