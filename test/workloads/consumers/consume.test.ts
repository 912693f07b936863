import { afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { consume } from "../../../workloads/runtime/consume";
import { source as queueSource } from "../../../workloads/runtime/sources/queue";
import { source as streamSource } from "../../../workloads/runtime/sources/stream";
import { correlationId } from "../../../workloads/runtime/correlation";
import { logger } from "../../../workloads/runtime/telemetry";
import { orders } from "../../../workloads/services/orders/service";
import { requestConfirmation } from "../../../workloads/services/orders/handlers/requestConfirmation";
import { changes, context, MemoryStore, messages, type SentMessage, testConsumer } from "../../../workloads/testing";

const failed = (response: { batchItemFailures: { itemIdentifier: string }[] }): string[] =>
  response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);

/** A consumer of a queue that adds what it is given to `effects`, and fails where `fails` says so. */
function counting(fails: (body: unknown) => boolean = () => false) {
  const effects: unknown[] = [];
  const store = new MemoryStore();
  const run = consume(
    { name: "count", key: "body.orderId" },
    queueSource,
    async ({ body }) => {
      if (fails(body)) throw new Error("refused");
      effects.push(Reflect.get(Object(body), "orderId"));
    },
    store,
  );
  return { effects, deliver: (...sent: readonly SentMessage[]) => run(messages(...sent), context) };
}

const order = (orderId: string) => ({ body: { orderId } });

beforeAll(() => logger.setLogLevel("SILENT"));
afterEach(() => {
  delete process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"];
  jest.restoreAllMocks();
});

describe("a consumer of a queue", () => {
  /** Four deliveries of the same order, by redelivery and by a sender that sent twice. */
  const delivered = async (): Promise<unknown[]> => {
    const { effects, deliver } = counting();
    await deliver({ ...order("a"), id: "1" }, { ...order("a"), id: "1" });
    await deliver({ ...order("a"), id: "2" });
    await deliver({ ...order("a"), id: "1" }, order("b"));
    return effects;
  };

  test("has one effect of each key, however often it is delivered", async () => {
    expect(await delivered()).toEqual(["a", "b"]);
  });

  test("has more without idempotency", async () => {
    process.env["POWERTOOLS_IDEMPOTENCY_DISABLED"] = "true";
    expect(await delivered()).toEqual(["a", "a", "a", "a", "b"]);
  });

  test("reports what failed and nothing else, and takes it when it comes again", async () => {
    let broken = true;
    const { effects, deliver } = counting((body) => broken && Reflect.get(Object(body), "orderId") === "b");
    const batch = [
      { ...order("a"), id: "1" },
      { ...order("b"), id: "2" },
      { ...order("c"), id: "3" },
    ];
    expect(failed(await deliver(...batch))).toEqual(["2"]);
    expect(effects).toEqual(["a", "c"]);
    broken = false;
    expect(failed(await deliver(...batch))).toEqual([]);
    expect(effects).toEqual(["a", "c", "b"]);
  });

  test("reports a message that is not JSON, or has no key, and handles the others", async () => {
    const { effects, deliver } = counting();
    const response = await deliver(
      { body: "{", id: "1" },
      { body: { no: "key" }, id: "2" },
      { ...order("a"), id: "3" },
    );
    expect(failed(response)).toEqual(["1", "2"]);
    expect(effects).toEqual(["a"]);
  });

  test("that was killed after its effect and before its report does not hold the key for ever", async () => {
    const store = new MemoryStore();
    const effects: string[] = [];
    const run = (afterwards: () => Promise<void>) =>
      consume(
        { name: "killed", key: "body.orderId" },
        queueSource,
        async () => {
          effects.push("tried");
          await afterwards();
        },
        store,
      );
    // Lambda stops the function: neither success nor failure is recorded.
    void run(() => new Promise(() => undefined))(messages(order("a")), {
      ...context,
      getRemainingTimeInMillis: () => 10_000,
    });
    await new Promise((resume) => setTimeout(resume, 5));
    expect(failed(await run(() => Promise.resolve())(messages({ ...order("a"), id: "again" }), context))).toEqual([
      "again",
    ]);
    const later = Date.now() + 11_000;
    jest.spyOn(Date, "now").mockReturnValue(later);
    expect(failed(await run(() => Promise.resolve())(messages(order("a")), context))).toEqual([]);
    expect(effects).toEqual(["tried", "tried"]);
  });

  test("works under the correlation id of the message, and under none of the one before", async () => {
    const seen: unknown[] = [];
    const run = consume(
      { name: "seen", key: "id" },
      queueSource,
      () => {
        seen.push(correlationId());
        return Promise.resolve();
      },
      new MemoryStore(),
    );
    await run(messages({ body: 1, correlationId: "request-7" }, { body: 2 }), context);
    expect(seen).toEqual(["request-7", undefined]);
  });
});

describe("a consumer of a stream", () => {
  const item = (id: string) => ({ kind: "INSERT" as const, keys: { id }, after: { orderId: id }, id: `event-${id}` });
  const taken = async (ordered: boolean): Promise<{ reported: string[]; effects: unknown[] }> => {
    const effects: unknown[] = [];
    const run = consume(
      { name: "take", key: "id" },
      { ...streamSource, ordered },
      async ({ keys }) => {
        if (keys["id"] === "b") throw new Error("refused");
        effects.push(keys["id"]);
      },
      new MemoryStore(),
    );
    return { reported: failed(await run(changes(item("a"), item("b"), item("c")), context)), effects };
  };

  test("lets no change overtake one that failed: Lambda goes on from the first reported", async () => {
    expect(await taken(true)).toEqual({ reported: ["2", "3"], effects: ["a"] });
  });

  test("would let it without the order", async () => {
    expect((await taken(false)).effects).toEqual(["a", "c"]);
  });

  test("carries the correlation id that was stored with the item, and the typed handler sends what it must", async () => {
    const sent: unknown[] = [];
    const access = {
      tables: {},
      buckets: {},
      queues: { confirmations: { send: (body: unknown) => Promise.resolve(void sent.push([body, correlationId()])) } },
    };
    const deliver = testConsumer(orders, "requestConfirmation", requestConfirmation, access);
    const after = { partition: "2026-11", id: "a", orderId: "a", status: "placed", correlation_id: "request-9" };
    await deliver(changes({ kind: "INSERT", keys: { partition: "2026-11", id: "a" }, after }));
    await deliver(changes({ kind: "INSERT", keys: { partition: "key#1", id: "key" }, after: { fingerprint: "f" } }));
    expect(sent).toEqual([[{ orderId: "a" }, "request-9"]]);
  });
});
