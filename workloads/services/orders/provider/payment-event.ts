import type { Item, NewOrder } from "../order";

/** What the provider's checkout sold, once it is paid. */
export interface Purchase extends NewOrder {
  readonly orderId: string;
  readonly email?: string;
  readonly total: number;
}

/** What the payment provider tells, as far as orders care. */
export type PaymentEvent =
  | { readonly type: "payment.captured"; readonly occurredAt: string; readonly purchase: Purchase }
  | { readonly type: "payment.refunded"; readonly occurredAt: string; readonly orderId: string };

/**
 * Reads a signed body. API Gateway has refused what the contract's schema refuses; this is the rest, and the same again, for what is in a queue was
 * not always put there by that API.
 *
 * @returns why it cannot be read, where it cannot
 */
export function readPaymentEvent(body: string): PaymentEvent | { readonly malformed: string } {
  const event = objectOf(parsed(body));
  const data = objectOf(event["data"]);
  const { type, occurredAt } = event;
  const orderId = typeof data["orderId"] === "string" ? data["orderId"].toLowerCase() : "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(orderId)) return { malformed: "data.orderId is no UUID" };
  if (typeof occurredAt !== "string" || !time.test(occurredAt) || Number.isNaN(Date.parse(occurredAt)))
    return { malformed: "occurredAt is no time" };
  if (type === "payment.refunded") return { type, occurredAt, orderId };
  if (type !== "payment.captured") return { malformed: "type is none that orders know" };
  const purchase = purchaseOf(orderId, data);
  return "malformed" in purchase ? purchase : { type, occurredAt, purchase };
}

/** RFC 3339, as events have it. */
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

function purchaseOf(orderId: string, data: Fields): Purchase | { readonly malformed: string } {
  const { customerId, currency, total, email } = data;
  if (typeof customerId !== "string" || customerId === "") return { malformed: "data.customerId is missing" };
  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) return { malformed: "data.currency is no code" };
  if (email !== undefined && (typeof email !== "string" || email.length < 3))
    return { malformed: "data.email is no address" };
  const items = Array.isArray(data["items"]) ? data["items"].map(itemOf) : [];
  if (items.length === 0 || !items.every((item) => item !== undefined)) return { malformed: "data.items are no items" };
  if (total !== items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0))
    return { malformed: "data.total is not the sum of the items" };
  return { orderId, customerId, currency, items, total, ...(email === undefined ? {} : { email }) };
}

function itemOf(value: unknown): Item | undefined {
  const { sku, quantity, unitPrice } = objectOf(value);
  return typeof sku === "string" && sku !== "" && isCount(quantity, 1) && isCount(unitPrice, 0)
    ? { sku, quantity, unitPrice }
    : undefined;
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= least;
}

type Fields = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
