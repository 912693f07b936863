/** What happened to an order. */
export interface Happening {
  readonly orderId: string;
  readonly kind: "placed" | "cancelled";
  readonly total: number;
}
