import { setTimeout as sleep } from "node:timers/promises";
import { store as accounts } from "../../../workloads/services/purchase";
import type { Deliveries } from "./deliveries";
import type { KeptAccounts } from "../kept-accounts";

/** What is in the store's accounts, as counts by order. */
interface Found {
  readonly ordered: readonly string[];
  readonly shipped: readonly string[];
  /** Receipts that were sent, in one attempt. */
  readonly receipts: readonly string[];
  readonly lines: readonly string[];
  readonly stock: number;
  readonly parked: number;
  /** Objects that Firehose delivered: on the local AWS one a record. */
  readonly delivered: number;
  /** Messages that no consumer has worked off yet. */
  readonly waiting: number;
  /** Dead letters of every other edge. */
  readonly lost: number;
}

/** What was there before, and what has been told since. */
export interface Told {
  readonly deliveries: Deliveries;
  readonly sku: string;
  readonly stock: number;
  readonly before: { readonly parked: number; readonly delivered: number };
}

/** Waits until all that must come is there, and a moment longer for what must not. @returns what is wrong in the end, as sentences */
export async function faultsOfStore(store: KeptAccounts, told: Told, patience: number): Promise<readonly string[]> {
  const until = Date.now() + patience;
  for (;;) {
    const faults = compare(told, await look(store, told.sku));
    const missing = faults.some((fault) => fault.startsWith("missing"));
    if (!missing || Date.now() > until) break;
    await sleep(2000);
  }
  await sleep(5000);
  return compare(told, await look(store, told.sku));
}

/** Counts from which `told.before` is made. */
export async function countsOfStore(store: KeptAccounts): Promise<Told["before"]> {
  const { parked, delivered } = await look(store, "");
  return { parked, delivered };
}

async function look(store: KeptAccounts, sku: string): Promise<Found> {
  const orders = await store.account(accounts.orders);
  const fulfilment = await store.account(accounts.fulfilment);
  const notifications = await store.account(accounts.notifications);
  const reports = await store.account(accounts.reports);
  const text = (name: string) => (item: Readonly<Record<string, unknown>>) => String(item[name]);
  const [ordered, shipments, stock, receipts, lines] = await Promise.all([
    orders.items("orders-orders"),
    fulfilment.items("fulfilment-shipments"),
    fulfilment.items("fulfilment-stock"),
    notifications.items("notifications-receipts"),
    reports.items("reports-lines"),
  ]);
  const waiting = await Promise.all([
    orders.waiting("orders-paymentEvents"),
    fulfilment.waiting("fulfilment-reserveStock"),
    notifications.waiting("notifications-purchases"),
    reports.waiting("reports-happenings"),
  ]);
  const dead = await Promise.all([
    orders.waiting("orders-announce_dead-letters"),
    orders.waiting("orders-requestConfirmation_dead-letters"),
    fulfilment.waiting("fulfilment-reserveStock_dead-letters"),
    notifications.waiting("notifications-purchases_dead-letters"),
    reports.waiting("reports-happenings_dead-letters"),
  ]);
  return {
    ordered: ordered.filter(({ status }) => status === "purchased").map(text("orderId")),
    shipped: shipments.map(text("orderId")),
    receipts: receipts.filter(({ status, attempts }) => status === "sent" && attempts === 1).map(text("orderId")),
    lines: lines.map(text("event_id")),
    stock: Number(stock.find((item) => item["sku"] === sku)?.["available"]),
    parked: await orders.waiting("orders-paymentEvents_dead-letters"),
    delivered: await reports.objects(`reports-delivered-${reports.id}`),
    waiting: waiting.reduce((sum, count) => sum + count, 0),
    lost: dead.reduce((sum, count) => sum + count, 0),
  };
}

function compare({ deliveries, stock, before }: Told, found: Found): readonly string[] {
  const { purchases, webhooks, all } = deliveries;
  const ids = purchases.map(({ orderId }) => orderId);
  const bad = new Set(webhooks.filter(({ fate }) => fate !== "ordered").map(({ orderId }) => orderId));
  const pieces = purchases.flatMap(({ items }) => items).reduce((sum, { quantity }) => sum + quantity, 0);
  const parked = all.filter(({ fate }) => fate === "parked").length;
  const events = ids.flatMap((id) => [`purchased-${id}`, `shipped-${id}`]);
  return [
    ...lacks("order", ids, found.ordered),
    ...lacks("shipment", ids, found.shipped),
    ...lacks("receipt", ids, found.receipts),
    ...lacks("line", events, found.lines),
    ...[...found.ordered, ...found.shipped, ...found.receipts]
      .filter((id) => bad.has(id))
      .map((id) => `wrong: ${id} was refused or forged, and had an effect`),
    ...counted("stock", stock - pieces, found.stock, "more"),
    ...counted("parked message", before.parked + parked, found.parked, "fewer"),
    ...counted("delivered record", before.delivered + events.length, found.delivered, "fewer"),
    ...counted("waiting message", 0, found.waiting, "more"),
    ...counted("dead letter", 0, found.lost, "fewer"),
  ];
}

/** Each must be there; of what has a key of its own there is never more than one. */
function lacks(what: string, wanted: readonly string[], found: readonly string[]): readonly string[] {
  const there = new Set(found);
  const missing = wanted.filter((id) => !there.has(id));
  return missing.length === 0
    ? []
    : [`missing: ${missing.length} of ${wanted.length} ${what}s, ${missing[0]} among them`];
}

/** @param whileWaiting on which side of the right count it is as long as something has not happened yet */
function counted(what: string, wanted: number, found: number, whileWaiting: "more" | "fewer"): readonly string[] {
  if (wanted === found) return [];
  const waiting = found > wanted === (whileWaiting === "more");
  return [`${waiting ? "missing" : "wrong"}: ${what} counts ${found}, not ${wanted}`];
}
