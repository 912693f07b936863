import { setTimeout as sleep } from "node:timers/promises";
import { secretName } from "../microservice/names";
import { timeOrderedId } from "../runtime/time-ordered-id";
import type { DeployedZone, Scenario, Seen } from "../scenario";
import { signatureHeader, signatureOf } from "./orders/provider/signature";
import type { Purchase } from "./orders/provider/payment-event";

/** Where the store's services run in production. */
export const store = {
  orders: "orders-prod",
  fulfilment: "fulfilment-prod",
  notifications: "notifications-prod",
  reports: "reports-prod",
} as const;

/** What the payment provider signs with on a local AWS; on AWS somebody sets the secret by hand. */
export const providerKey = "a-key-of-rehearsals-alone";

/** How long the way through four accounts may take on a machine that is busy. */
const patience = 120_000;

/**
 * One purchase, from outside: the payment provider tells of it twice, and it is ordered, shipped and taken from the stock once, the customer has a
 * receipt and the reports have a line. What the provider did not sign is no order.
 */
export const scenario: Scenario = async (zone) => {
  if (!Object.values(store).every((account) => zone.accounts.includes(account))) return [];
  await giveProviderKey(zone);
  const seen = look(zone);
  const sku = "TEA-100";
  const stocked = await zone.send(store.fulfilment, json("PUT", `/stock/${sku}`, { available: 100 }));
  const bought = purchaseOf(timeOrderedId(Date.now()), [{ sku, quantity: 2, unitPrice: 450 }]);
  const forged = purchaseOf(timeOrderedId(Date.now()), bought.items);
  const told = await zone.send(store.orders, paymentEvent(bought));
  const again = await zone.send(store.orders, paymentEvent(bought));
  const forgery = await zone.send(store.orders, paymentEvent(forged, "another-key"));
  const statuses = [stocked, told, again, forgery].map(({ status }) => status);
  const { orderId } = bought;
  return [
    {
      name: "a payment event is stored without a function, and answered at once",
      ok: statuses.join() === "200,202,202,202",
      detail: `answered with ${statuses.join(", ")}`,
    },
    await seen("is an order", store.orders, `/orders/${orderId}`, ({ status }) => status === "purchased"),
    await seen("is shipped by another account", store.fulfilment, `/shipments/${orderId}`, () => true),
    await seen("left the stock once", store.fulfilment, `/stock/${sku}`, ({ available }) => available === 98),
    await seen(
      "is answered with a receipt",
      store.notifications,
      `/receipts/${orderId}`,
      (body) => body["status"] === "sent",
    ),
    await seen("is a line of the reports", store.reports, linesFrom(`purchased-${orderId}`), (body) =>
      JSON.stringify(body).includes(orderId),
    ),
    await absent(zone, forged.orderId),
  ];
};

/** Gives the secret that `orders` reads its value. */
export function giveProviderKey(zone: Pick<DeployedZone, "setSecret">): Promise<void> {
  return zone.setSecret(store.orders, secretName("orders", "paymentProvider"), providerKey);
}

type Body = Readonly<Record<string, unknown>>;

/** Asks until an answer is as it must be. */
function look(zone: DeployedZone) {
  const until = Date.now() + patience;
  return async (what: string, account: string, path: string, isIt: (body: Body) => boolean): Promise<Seen> => {
    const name = `a purchase ${what}`;
    for (;;) {
      const { status, body } = await zone.send(account, { method: "GET", path, headers: {}, body: undefined });
      if (status === 200 && isIt(JSON.parse(body) as Body))
        return { name, ok: true, detail: `GET ${path} of ${account}` };
      if (Date.now() > until)
        return { name, ok: false, detail: `GET ${path} of ${account}: ${status} ${body.slice(0, 300)}` };
      await sleep(500);
    }
  };
}

/** By now the queue has been worked off: what was sent before was ordered long ago. */
async function absent(zone: DeployedZone, orderId: string): Promise<Seen> {
  const path = `/orders/${orderId}`;
  const { status } = await zone.send(store.orders, { method: "GET", path, headers: {}, body: undefined });
  return {
    name: "a purchase that the provider did not sign is no order",
    ok: status === 404,
    detail: `${path}: ${status}`,
  };
}

/** The lines of today from an event's on. */
export function linesFrom(event: string): string {
  return `/reports/lines?day=${new Date().toISOString().slice(0, 10)}&limit=1&cursor=${event.slice(0, -1)}`;
}

/** What a customer bought at the provider's checkout. */
export function purchaseOf(orderId: string, items: Purchase["items"]): Purchase {
  const total = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  return { orderId, customerId: "customer-42", email: "customer-42@shop.example", currency: "EUR", items, total };
}

/** The request with which the provider tells of a purchase. */
export function paymentEvent(purchase: Purchase, key = providerKey, occurredAt = new Date().toISOString()) {
  const body = JSON.stringify({ id: `evt-${purchase.orderId}`, type: "payment.captured", occurredAt, data: purchase });
  return signedRequest(body, key);
}

/** Any body, as the provider sends it. */
export function signedRequest(body: string, key = providerKey) {
  const signature = signatureOf(body, key, Math.floor(Date.now() / 1000));
  const headers = { "content-type": "application/json", [signatureHeader]: signature };
  return { method: "POST", path: "/payment-events", headers, body };
}

function json(method: string, path: string, body: object) {
  return { method, path, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
