import { afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { PutItem, UpdateItem } from "../../../workloads/runtime/access/table";
import { documents } from "../../../workloads/runtime/clients/dynamodb";
import { correlationAttribute } from "../../../workloads/runtime/correlation";
import { logger } from "../../../workloads/runtime/telemetry";
import { changes, event, events, messages, testBus, testConsumer, testOperation } from "../../../workloads/testing";
import { reserveStock } from "../../fixtures/shop/services/fulfilment/handlers/reserveStock";
import { fulfilment } from "../../fixtures/shop/services/fulfilment/service";
import { announce } from "../../fixtures/shop/services/orders/handlers/announce";
import { project } from "../../fixtures/shop/services/orders/handlers/project";
import { recordPurchase } from "../../fixtures/shop/services/orders/handlers/recordPurchase";
import { shopOrders } from "../../fixtures/shop/services/orders/service";
import { inShop } from "../events/shop";
import { memoryTables, type Off } from "./memory-tables";

const keys = { orders: "orderId", outbox: "id", customers: "customerId", reservations: "orderId", stock: "sku" };
for (const table of Object.keys(keys)) process.env[`${table.toUpperCase()}_TABLE`] = table;

const purchase = (orderId: string, sku = "book") => ({
  orderId,
  customerId: "c",
  currency: "EUR",
  items: [{ sku, quantity: 2, unitPrice: 5 }],
  total: 10,
  purchasedAt: "2026-11-30T12:00:00Z",
});

const failed = ({ batchItemFailures }: { batchItemFailures: { itemIdentifier: string }[] }): string[] =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

const none = { tables: {}, queues: {}, buckets: {} };
const record = testOperation(shopOrders, "recordPurchase", recordPurchase, {
  ...none,
  tables: { orders: PutItem("orders"), outbox: PutItem("outbox", true) },
});

/** Both services in this process, over tables in memory; ten books in stock. */
function openShop(off: Off = {}) {
  const tables = memoryTables(keys, off);
  tables.fill("stock", "book", { sku: "book", available: 10 });
  jest.spyOn(documents, "send").mockImplementation(tables.send as never);
  const fromOrders = inShop(() => testBus(shopOrders));
  const fromFulfilment = inShop(() => testBus(fulfilment));
  const announcing = (bus: typeof fromOrders.bus) => testConsumer(shopOrders, "announce", announce, { ...none, bus });
  return {
    tables,
    fromOrders,
    fromFulfilment,
    announcing,
    announce: announcing(fromOrders.bus),
    project: testConsumer(shopOrders, "project", project, {
      ...none,
      tables: { customers: UpdateItem("customers") },
    }),
    reserve: testConsumer(fulfilment, "reserveStock", reserveStock, {
      ...none,
      tables: { reservations: PutItem("reservations"), stock: UpdateItem("stock") },
      bus: fromFulfilment.bus,
    }),
    /** The outbox's stream. */
    stored: () =>
      changes(
        ...tables.items("outbox").map((after) => ({
          kind: "INSERT" as const,
          keys: { id: after["id"] },
          id: `change-${String(after["id"])}`,
          after,
        })),
      ),
  };
}

const counts = ({ tables }: ReturnType<typeof openShop>) => ({
  orders: tables.items("orders").length,
  outbox: tables.items("outbox").length,
});

beforeAll(() => logger.setLogLevel("SILENT"));
afterEach(() => {
  delete process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"];
  jest.restoreAllMocks();
});

describe("a purchase", () => {
  test("becomes an order, an event and a reservation, under one correlation id, each caused by the one before", async () => {
    const shop = openShop();
    expect(await record({ body: purchase("1") })).toMatchObject({ status: 202 });
    expect(await record({ body: purchase("1") })).toMatchObject({ status: 202 });
    expect(counts(shop)).toEqual({ orders: 1, outbox: 1 });
    expect(shop.tables.items("outbox")[0]).toMatchObject({ [correlationAttribute]: "request-1" });

    expect(failed(await shop.announce(shop.stored()))).toEqual([]);
    expect(shop.fromOrders.published).toMatchObject([
      {
        source: "orders",
        "detail-type": "OrderPurchased",
        detail: {
          metadata: { id: "purchased-1", correlationId: "request-1", causationId: "request-1", version: 1 },
          data: purchase("1"),
        },
      },
    ]);
    expect(failed(await shop.reserve(events(...shop.fromOrders.published)))).toEqual([]);
    expect(shop.tables.items("stock")).toEqual([{ sku: "book", available: 8 }]);
    expect(shop.fromFulfilment.published).toMatchObject([
      {
        source: "fulfilment",
        detail: { metadata: { id: "reserved-1", correlationId: "request-1", causationId: "purchased-1" } },
      },
    ]);
  });

  test.each<[string, Off, ReturnType<typeof counts>]>([
    ["leaves neither order nor event when one cannot be written", {}, { orders: 0, outbox: 0 }],
    [
      "would leave an order that nobody hears of without the transaction",
      { transactions: true },
      { orders: 1, outbox: 0 },
    ],
  ])("%s", async (_what, off, left) => {
    const shop = openShop(off);
    shop.tables.fail("outbox");
    expect(await record({ body: purchase("1") })).toMatchObject({ status: 500 });
    expect(counts(shop)).toEqual(left);
  });

  test("is told of later when the bus is out of reach, as the same event", async () => {
    const shop = openShop();
    await record({ body: purchase("1") });
    const refusing = shop.announcing({ publish: () => Promise.reject(new Error("no bus")) });
    expect(failed(await refusing(shop.stored()))).toEqual(["1"]);
    expect(failed(await shop.announce(shop.stored()))).toEqual([]);
    expect(shop.fromOrders.published.map(({ detail }) => detail.metadata.id)).toEqual(["purchased-1"]);
  });
});

describe("an event", () => {
  const once = event("orders/OrderPurchased.v1", purchase("1"), { id: "purchased-1" });
  const spent = async (): Promise<unknown> => {
    const shop = openShop();
    await shop.project(events(once, once));
    await shop.project(messages({ body: once }));
    return shop.tables.items("customers")[0]?.["spent"];
  };

  test("that is delivered three times has one effect, by its id and no key of the consumer's", async () => {
    expect(await spent()).toBe(10);
  });

  test("would have three without idempotency", async () => {
    process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"] = "true";
    expect(await spent()).toBe(30);
  });

  /** A function that ends between what it did and its report is given the event again, and remembers nothing of it. */
  const killedAfterwards = async (off: Off) => {
    process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"] = "true";
    const shop = openShop(off);
    await shop.reserve(events(once));
    await shop.reserve(events(once));
    const ids = shop.fromFulfilment.published.map(({ detail }) => detail.metadata.id);
    return { available: shop.tables.items("stock")[0]?.["available"], ids: [...new Set(ids)] };
  };

  test("takes from the stock once though its consumer was killed, and is followed by one event", async () => {
    expect(await killedAfterwards({})).toEqual({ available: 8, ids: ["reserved-1"] });
  });

  test("would take twice without the condition", async () => {
    expect(await killedAfterwards({ conditions: true })).toMatchObject({ available: 6 });
  });

  test("that cannot be handled is reported, and those beside it are handled", async () => {
    const shop = openShop();
    const response = await shop.reserve(
      messages(
        { id: "a", body: event("orders/OrderPurchased.v1", purchase("1")) },
        { id: "b", body: event("orders/OrderPurchased.v1", purchase("2", "globe")) },
        { id: "c", body: { detail: {} } },
        { id: "d", body: event("orders/OrderPurchased.v1", purchase("3")) },
      ),
    );
    expect(failed(response)).toEqual(["b", "c"]);
    expect(shop.tables.items("reservations").map(({ orderId }) => orderId)).toEqual(["1", "3"]);
  });

  test("that does not conform to its schema is not published", async () => {
    const { bus, published } = inShop(() => testBus(shopOrders));
    const wrong = { ...purchase("1"), total: -1 };
    await expect(bus.publish({ event: "OrderPurchased.v1", data: wrong })).rejects.toThrow("/data/total");
    expect(published).toEqual([]);
  });
});
