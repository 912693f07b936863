import { timeOrderedId } from "../../../workloads/runtime/time-ordered-id";
import type { Purchase } from "../../../workloads/services/orders/provider/payment-event";
import { paymentEvent, purchaseOf, signedRequest } from "../../../workloads/services/purchase";

type Request = ReturnType<typeof signedRequest>;

/** One webhook as the provider, or somebody else, delivers it, perhaps several times. */
export interface Webhook {
  readonly orderId: string;
  /** What must become of it: refused by API Gateway with 400, or stored, and then an order or parked. */
  readonly fate: "ordered" | "refused" | "parked";
  /** Made anew for each delivery, for a provider signs each. */
  readonly request: () => Request;
}

/** What is to be delivered, in this order. */
export interface Deliveries {
  readonly purchases: readonly Purchase[];
  readonly webhooks: readonly Webhook[];
  readonly all: readonly Webhook[];
}

/**
 * `count` webhooks, each delivered one to four times, shuffled: 5 % with a bad signature, 5 % malformed, by turns so that API Gateway sees it and so
 * that only the consumer does.
 */
export function deliveriesOf(count: number, seed: number, sku: string): Deliveries {
  const random = randomOf(seed);
  const every = 20;
  const purchases: Purchase[] = [];
  const webhooks = Array.from({ length: count }, (_, index): Webhook => {
    const purchase = {
      ...purchaseOf(timeOrderedId(Date.now() + index), [
        { sku, quantity: 1 + Math.floor(random() * 3), unitPrice: 450 },
      ]),
      customerId: `customer-${index % 7}`,
    };
    const { orderId } = purchase;
    if (index % every === 7) return { orderId, fate: "parked", request: () => paymentEvent(purchase, "not-the-key") };
    if (index % every === 13) return malformed(purchase, index);
    purchases.push(purchase);
    return { orderId, fate: "ordered", request: () => paymentEvent(purchase) };
  });
  const all = webhooks.flatMap((webhook) => Array.from({ length: 1 + Math.floor(random() * 4) }, () => webhook));
  return { purchases, webhooks, all: shuffled(all, random) };
}

function malformed(purchase: Purchase, index: number): Webhook {
  const { orderId } = purchase;
  const [first, second, third] = [
    (): Request => signedRequest(`{"id":"evt-${orderId}","type":"payment.captured"`),
    (): Request => paymentEvent({ ...purchase, total: purchase.total + 1 }),
    (): Request => paymentEvent({ ...purchase, items: [] }),
  ];
  const kinds = [
    { fate: "refused", request: first },
    { fate: "parked", request: second },
    { fate: "refused", request: third },
  ] as const;
  const kind = kinds[Math.floor(index / 20) % kinds.length] ?? kinds[0];
  return { orderId, ...kind };
}

function shuffled<Value>(values: readonly Value[], random: () => number): readonly Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** mulberry32: the same numbers for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
