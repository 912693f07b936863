import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { describe, expect, test } from "@jest/globals";
import { centralBusArn } from "../../../declaration/names";
import type { Purchase } from "../../../workloads/services/orders/provider/payment-event";
import { store as accounts } from "../../../workloads/services/purchase";
import { soakFactor } from "../../soak-factor";
import type { KeptRehearsal } from "../kept-rehearsal";
import { type Deliveries, deliveriesOf } from "./deliveries";
import { countsOfStore, faultsOfStore, type Told } from "./faults-of-store";
import { type KeptAccounts, accountsOf } from "../kept-accounts";
import { withoutIdempotency } from "./without-idempotency";

/** Webhooks in `npm test`; 500 in `npm run soak`. */
const webhooks = Number(process.env["LANDFALL_STORE_WEBHOOKS"] ?? (soakFactor > 1 ? 500 : 100));
const seed = 20261130;
const inStock = 1_000_000;
/** Requests at once. */
const senders = 8;

/** From outside: whatever the payment provider tells, however often and in whatever order, the store does once what it must, and nothing else. */
export function storeKept(rehearsal: () => KeptRehearsal): void {
  describe("the store", () => {
    test(`does once what ${webhooks} webhooks say, each told up to four times`, async () => {
      const store = accountsOf(rehearsal());
      const mailsBefore = mailsSent(rehearsal());
      const started = Date.now();
      const told = await stocked(store, "ALL-1", deliveriesOf(webhooks, seed, "ALL-1"));
      expect(await deliver(store, told.deliveries)).toEqual([]);
      const answered = Date.now();
      expect(await faultsOfStore(store, told, 900_000)).toEqual([]);
      const done = Date.now();
      // EventBridge delivers at least once: some events come again.
      await putAgain(store, told.deliveries.purchases.slice(0, 20));
      expect(await faultsOfStore(store, told, 120_000)).toEqual([]);
      const { purchases, all } = told.deliveries;
      expect(mailsSent(rehearsal()) - mailsBefore).toBe(purchases.length);
      const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(0);
      console.log(
        `${webhooks} webhooks in ${all.length} deliveries: ${purchases.length} orders; ` +
          `answered in ${seconds(started, answered)} s, all done in ${seconds(started, done)} s`,
      );
    }, 1_200_000);

    test("does once what a function did that was killed before it could say so", async () => {
      const kept = rehearsal();
      const store = accountsOf(kept);
      const told = await stocked(store, "KILL-1", deliveriesOf(4, seed + 1, "KILL-1"));
      const queues = [
        [accounts.orders, "orders-paymentEvents"],
        [accounts.fulfilment, "fulfilment-reserveStock"],
      ] as const;
      const hide = (seconds: number) =>
        Promise.all(queues.map(async ([account, queue]) => (await store.account(account)).hideFor(queue, seconds)));
      const before = kept.calls().length;
      // Longer than a delivery that is thought to be at work holds off the next one, in less than five deliveries.
      await hide(15);
      inject(kept, killAfterWrites);
      try {
        expect(await deliver(store, told.deliveries)).toEqual([]);
        expect(await faultsOfStore(store, told, 240_000)).toEqual([]);
      } finally {
        inject(kept, "faults: {}\n");
        await hide(180);
      }
      const writes = kept
        .calls()
        .slice(before)
        .filter(({ operation, principal }) => operation === "TransactWriteItems" && principal.includes("reserveStock"));
      // The one that was killed has written, and the one after it tried to.
      expect(writes.length).toBeGreaterThan(told.deliveries.purchases.length);
    }, 400_000);

    test("is found to do it twice with idempotency switched off", async () => {
      const store = accountsOf(rehearsal());
      const told = await stocked(store, "TWIN-1", deliveriesOf(5, seed + 2, "TWIN-1"));
      const restore = await withoutIdempotency(store);
      try {
        expect(await deliver(store, told.deliveries)).toEqual([]);
        expect(await shipped(store, told)).toBe(true);
        await putAgain(store, told.deliveries.purchases);
        const faults = await faultsOfStore(store, told, 60_000);
        expect(faults.filter((fault) => fault.startsWith("wrong: stock"))).toHaveLength(1);
      } finally {
        await restore();
      }
    }, 300_000);
  });
}

const killAfterWrites = `faults:
  order-written-and-not-told:
    { function: orders-recordPayment, service: dynamodb, operation: TransactWriteItems, kill: after, times: 1 }
  shipped-and-not-told:
    { function: fulfilment-reserveStock, service: dynamodb, operation: TransactWriteItems, kill: after, times: 1 }
`;

/** In force from the next call on. */
function inject({ zone }: KeptRehearsal, faults: string): void {
  writeFileSync(join(dirname(zone), "faults.yaml"), faults);
}

/** Puts an article of its own in stock, and remembers what is there. */
async function stocked(store: KeptAccounts, sku: string, deliveries: Deliveries): Promise<Told> {
  const body = JSON.stringify({ available: inStock });
  const headers = { "content-type": "application/json" };
  const { status } = await store.send(accounts.fulfilment, { method: "PUT", path: `/stock/${sku}`, headers, body });
  expect(status).toBe(200);
  return { deliveries, sku, stock: inStock, before: await countsOfStore(store) };
}

/** Delivers all, some at once. @returns answers that are not as they must be */
async function deliver(store: KeptAccounts, { all }: Deliveries): Promise<readonly string[]> {
  const left = all.values();
  const wrong: string[] = [];
  const sender = async (): Promise<void> => {
    for (const { orderId, fate, request } of left) {
      const { status } = await store.send(accounts.orders, request());
      const wanted = fate === "refused" ? 400 : 202;
      if (status !== wanted) wrong.push(`${orderId}, which is to be ${fate}, was answered with ${status}`);
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return wrong;
}

/** The events of these purchases, once more: as EventBridge may deliver them. */
async function putAgain(store: KeptAccounts, purchases: readonly Purchase[]): Promise<void> {
  const { events } = await store.account(accounts.orders);
  const EventBusName = centralBusArn(store.zone, "shared-services", "prod");
  const time = new Date().toISOString();
  for (let from = 0; from < purchases.length; from += 10) {
    const Entries = purchases.slice(from, from + 10).map((purchase) => ({
      EventBusName,
      Source: "orders",
      DetailType: "OrderPurchased",
      Detail: JSON.stringify({
        metadata: {
          id: `purchased-${purchase.orderId}`,
          correlationId: "again",
          causationId: "again",
          time,
          version: 1,
        },
        data: { ...purchase, purchasedAt: time },
      }),
    }));
    expect(await events.send(new PutEventsCommand({ Entries }))).toMatchObject({ FailedEntryCount: 0 });
  }
}

async function shipped(store: KeptAccounts, { deliveries }: Told): Promise<boolean> {
  const { items } = await store.account(accounts.fulfilment);
  for (const until = Date.now() + 120_000; Date.now() < until;) {
    const there = new Set((await items("fulfilment-shipments")).map(({ orderId }) => orderId));
    if (deliveries.purchases.every(({ orderId }) => there.has(orderId))) return true;
    await new Promise((resume) => setTimeout(resume, 1000));
  }
  return false;
}

function mailsSent(kept: KeptRehearsal): number {
  return kept.calls().filter(({ operation, status }) => operation === "SendEmail" && status === 200).length;
}
