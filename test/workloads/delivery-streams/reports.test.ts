import { describe, expect, test } from "@jest/globals";
import { event, events, testConsumer, testDeliveryStream, testOperation } from "../../../workloads/testing";
import { listLines } from "../../../workloads/services/reports/handlers/listLines";
import { writeLine } from "../../../workloads/services/reports/handlers/writeLine";
import type { Line } from "../../../workloads/services/reports/line";
import { reports } from "../../../workloads/services/reports/service";

type Lines = Parameters<typeof writeLine>[1]["tables"]["lines"];
type Query = Parameters<typeof listLines>[1]["tables"]["lines"]["query"];

const time = "2026-11-30T12:00:00.000Z";
const purchased = (id: string) =>
  event(
    "orders/OrderPurchased.v1",
    {
      orderId: "order-1",
      customerId: "ada",
      currency: "EUR",
      items: [
        { sku: "tea", quantity: 2, unitPrice: 450 },
        { sku: "cup", quantity: 1, unitPrice: 1299 },
      ],
      total: 2199,
      purchasedAt: time,
    },
    { id, time },
  );
const shipped = (id: string) =>
  event(
    "fulfilment/OrderShipped.v1",
    { orderId: "order-1", customerId: "ada", items: [{ sku: "tea", quantity: 2 }], shippedAt: time },
    { id, time },
  );

function opened() {
  const items = new Map<string, Record<string, unknown>>();
  const keyOf = (item: Record<string, unknown> = {}): string => `${String(item["day"])} ${String(item["event_id"])}`;
  let fails = false;
  const lines = {
    get: ({ Key }: { Key?: Record<string, unknown> }) => Promise.resolve(items.get(keyOf(Key))),
    put: ({ Item }: { Item?: Record<string, unknown> }) => {
      if (fails) return Promise.reject(new Error("killed"));
      items.set(keyOf(Item), Item ?? {});
      return Promise.resolve({ $metadata: {} });
    },
  } as unknown as Lines;
  const query = (({ ExpressionAttributeValues: values = {}, Limit = 1 }: Parameters<Query>[0]) => {
    const after = String(values[":after"] ?? "");
    const found = [...items.values()].filter((item) => item["day"] === values[":day"]);
    const Items = found.filter((item) => String(item["event_id"]) > after).slice(0, Limit);
    return Promise.resolve({ Items, $metadata: {} });
  }) as Query;
  const { stream, records } = testDeliveryStream<Line>();
  const none = { queues: {}, buckets: {} };
  return {
    records,
    fail: (on: boolean) => (fails = on),
    /** A function that starts anew: what it handled before is known to the table alone. */
    deliver: () =>
      testConsumer(reports, "writeLine", writeLine, { ...none, tables: { lines }, deliveryStreams: { lines: stream } }),
    list: testOperation(reports, "listLines", listLines, { ...none, tables: { lines: { query } } }),
  };
}

describe("what happened", () => {
  test("is a line each, with the columns of the table", async () => {
    const { records, deliver } = opened();
    expect(await deliver()(events(purchased("1"), shipped("2")))).toEqual({ batchItemFailures: [] });
    const both = { time, order_id: "order-1", customer_id: "ada" };
    expect(records).toEqual([
      { ...both, event_id: "1", event: "orders/OrderPurchased.v1", currency: "EUR", total: 2199, items: 3 },
      { ...both, event_id: "2", event: "fulfilment/OrderShipped.v1", currency: null, total: null, items: 2 },
    ]);
    expect(Object.keys(records[0] ?? {}).sort()).toEqual(Object.keys(reports.deliveryStreams.lines.columns).sort());
  });

  test("is no other line when its event comes again", async () => {
    const { records, deliver } = opened();
    for (let time = 0; time < 3; time++) await deliver()(events(purchased("1")));
    expect(records).toHaveLength(1);
  });

  test("is a second line under the same id when the function was killed before it had noted the first", async () => {
    const { records, deliver, fail } = opened();
    fail(true);
    expect((await deliver()(events(purchased("1")))).batchItemFailures).toHaveLength(1);
    fail(false);
    await deliver()(events(purchased("1")));
    expect(records.map(({ event_id }) => event_id)).toEqual(["1", "1"]);
  });

  test("can be read by the day, page by page", async () => {
    const { deliver, list } = opened();
    await deliver()(events(purchased("1"), shipped("2")));
    const page = await list({ query: { day: "2026-11-30", limit: "1" } });
    expect(page).toMatchObject({ status: 200, body: { lines: [{ event_id: "1" }], nextCursor: "1" } });
    const rest = await list({ query: { day: "2026-11-30", limit: "1", cursor: "1" } });
    expect(rest.body).toEqual({ lines: [expect.objectContaining({ event_id: "2" })] });
    expect(rest.body).not.toHaveProperty("lines.0.expires_at");
    expect(await list({ query: { day: "today" } })).toMatchObject({ status: 400 });
  });
});
