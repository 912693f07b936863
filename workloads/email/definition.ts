/** Who a service's mails come from. */
export interface EmailDefinition {
  /** What is before the @ of the service's own domain name: `receipts` of `orders.example` is receipts@orders.example. */
  readonly from: string;
}
