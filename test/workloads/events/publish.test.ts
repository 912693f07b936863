import { describe, expect, test } from "@jest/globals";
import { pause } from "../../../workloads/runtime/backoff";
import { mostBytes, PublishError, putAll, type Send } from "../../../workloads/events/runtime/put-events";
import { publishAll } from "../../../workloads/events/runtime/publish";
import type { DetailValidator } from "../../../workloads/events/runtime/validators";
import { eventsOf } from "../../../workloads/events/event-graph";
import { publishedValidators } from "../../../workloads/events/published-validators";
import { readCatalog } from "../../../workloads/events/schemas/catalog";
import { compiled } from "../../../workloads/testing/compiled";

const catalog = readCatalog();
const orders = eventsOf({ name: "orders", events: { publishes: ["OrderPurchased.v1"] } }, catalog);

/** The validators as a bundle has them. */
const { files } = publishedValidators(orders.publishes, catalog);
const validators = { "OrderPurchased.v1": compiled<DetailValidator>(files["event-0.cjs"] ?? "") };

type Sent = Parameters<Send>[0][number];

/** A bus that refuses an event as often as it is told to. */
function bus(refuses: (entry: Sent, attempt: number) => string | undefined = () => undefined) {
  const attempts = new Map<string, number>();
  const taken: Sent[] = [];
  const batches: number[] = [];
  const send: Send = (entries) => {
    batches.push(entries.length);
    return Promise.resolve(
      entries.map((entry) => {
        const attempt = (attempts.get(entry.Detail ?? "") ?? 0) + 1;
        attempts.set(entry.Detail ?? "", attempt);
        const code = refuses(entry, attempt);
        if (code === undefined) taken.push(entry);
        return code === undefined ? { EventId: "1" } : { ErrorCode: code };
      }),
    );
  };
  return { send, taken, batches };
}

const purchase = {
  orderId: "1",
  customerId: "c",
  currency: "EUR",
  items: [{ sku: "a", quantity: 1, unitPrice: 2 }],
  total: 2,
  purchasedAt: "2026-11-30T12:00:00Z",
};

describe("publish", () => {
  const through = (send: Send) => ({ service: "orders", validators, send });

  test("puts an event with what it follows from, and the same id again for the same outbox item", async () => {
    const { send, taken } = bus();
    const [metadata] = await publishAll(through(send), { correlationId: "c-1", id: "request-1" }, [
      { event: "OrderPurchased.v1", data: purchase, id: "item-1", time: new Date("2026-11-30T12:00:00Z") },
    ]);
    expect(metadata).toEqual({
      id: "item-1",
      correlationId: "c-1",
      causationId: "request-1",
      time: "2026-11-30T12:00:00.000Z",
      version: 1,
    });
    expect(taken).toEqual([
      {
        Source: "orders",
        DetailType: "OrderPurchased",
        Detail: JSON.stringify({ metadata, data: purchase }),
        Time: new Date("2026-11-30T12:00:00Z"),
      },
    ]);
  });

  test("sends nothing when one event does not conform, and says what is wrong with it", async () => {
    const { send, taken } = bus();
    const wrong = { ...purchase, currency: "euro", items: [] };
    await expect(
      publishAll(through(send), { correlationId: "c" }, [
        { event: "OrderPurchased.v1", data: purchase },
        { event: "OrderPurchased.v1", data: wrong },
      ]),
    ).rejects.toThrow(
      /OrderPurchased\.v1 does not conform to its schema: .*\/data\/currency must match pattern.*\/data\/items must NOT have fewer/,
    );
    expect(taken).toEqual([]);
  });

  test("refuses an event that the function does not declare", async () => {
    const undeclared = publishAll(through(bus().send), { correlationId: "c" }, [{ event: "OrderGone.v1", data: {} }]);
    await expect(undeclared).rejects.toThrow("does not declare that it publishes OrderGone.v1");
  });
});

describe("putting events", () => {
  const entries = Array.from({ length: 23 }, (_, at) => ({ Source: "s", DetailType: "t", Detail: String(at) }));
  const clock = (pauses: number[]) => ({
    sleep: (milliseconds: number) => Promise.resolve(pauses.push(milliseconds)),
    random: () => 0.5,
  });

  test("takes ten at once, and puts again what was refused and nothing else", async () => {
    const pauses: number[] = [];
    const { send, taken, batches } = bus(({ Detail }, attempt) =>
      Number(Detail) % 7 === 0 && attempt < 3 ? "ThrottlingException" : undefined,
    );
    await putAll(entries, send, clock(pauses));
    expect(taken.map(({ Detail }) => Number(Detail)).sort((a, b) => a - b)).toEqual(entries.map((_, at) => at));
    expect(batches).toEqual([10, 10, 3, 4, 4]);
    expect(pauses).toEqual([25, 50]);
  });

  test("gives up after four attempts and names what was not taken", async () => {
    const { send, taken } = bus(({ Detail }) => (Detail === "4" ? "InternalFailure" : undefined));
    const put = putAll(entries, send, clock([]));
    await expect(put).rejects.toThrow(PublishError);
    await expect(put).rejects.toMatchObject({ failed: [{ entry: { Detail: "4" }, code: "InternalFailure" }] });
    expect(taken).toHaveLength(22);
  });

  test("keeps a batch under the bytes that PutEvents takes", async () => {
    const { send, batches } = bus();
    const large = Array.from({ length: 3 }, (_, at) => ({
      Source: "s",
      DetailType: "t",
      Detail: String(at).repeat(mostBytes / 2 - 2),
    }));
    await putAll(large, send, clock([]));
    expect(batches).toEqual([2, 1]);
  });

  test("pauses longer each time, up to a second, anywhere below that", () => {
    expect([1, 2, 3, 9].map((attempt) => pause(attempt, 1))).toEqual([50, 100, 200, 1000]);
    expect(pause(9, 0)).toBe(0);
  });
});
