import { afterEach, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { PutItem, UpdateItem } from "../../../workloads/runtime/access/table";
import { documents } from "../../../workloads/runtime/clients/dynamodb";
import { logger } from "../../../workloads/runtime/telemetry";
import { recordPayment } from "../../../workloads/services/orders/handlers/recordPayment";
import { isSigned, signatureHeader, signatureOf } from "../../../workloads/services/orders/provider/signature";
import { orders } from "../../../workloads/services/orders/service";
import { messages, testConsumer } from "../../../workloads/testing";
import { memoryTables, type Off } from "./memory-tables";

for (const table of ["orders", "outbox"]) process.env[`${table.toUpperCase()}_TABLE`] = table;
const key = "the-providers-key";
const orderId = "01890a5d-ac96-774b-bcce-b302099a8057";

const captured = (more: object = {}, type = "payment.captured"): string =>
  JSON.stringify({
    id: "evt-1",
    type,
    occurredAt: "2026-11-30T12:00:00Z",
    data: {
      orderId,
      customerId: "ada",
      email: "ada@customers.example",
      currency: "EUR",
      items: [{ sku: "TEA", quantity: 2, unitPrice: 450 }],
      total: 900,
      ...more,
    },
  });
const refunded = captured({}, "payment.refunded");

/** The consumer in this process, over tables in memory. */
function open(off: Off = {}) {
  const tables = memoryTables({ orders: "id", outbox: "id" }, off);
  jest.spyOn(documents, "send").mockImplementation(tables.send as never);
  const parked: { body: unknown; reason: string; signature: string | undefined }[] = [];
  const deliver = testConsumer(orders, "recordPayment", recordPayment, {
    buckets: {},
    tables: { orders: { ...PutItem("orders", true), ...UpdateItem("orders") }, outbox: PutItem("outbox", true) },
    queues: {
      paymentEvents: {
        park: async ({ body, attributes }, reason) =>
          void parked.push({ body, reason, signature: attributes[signatureHeader] }),
      },
    },
    secrets: { paymentProvider: { read: () => Promise.resolve(`${key}\nthe-next-key`) } },
  });
  const told = async (body: string, signature = signatureOf(body, key, 1)): Promise<number> => {
    const sent = messages({ body, correlationId: "request-1", attributes: { [signatureHeader]: signature } });
    return (await deliver(sent)).batchItemFailures.length;
  };
  return { tables, parked, told, status: () => tables.items("orders")[0]?.["status"] };
}

beforeAll(() => logger.setLogLevel("SILENT"));
afterEach(() => {
  jest.restoreAllMocks();
});

describe("a payment event", () => {
  test("becomes an order and the event that tells of it, once, however often it is told", async () => {
    const { tables, parked, told } = open();
    for (let again = 0; again < 3; again += 1)
      expect(await told(captured(), signatureOf(captured(), key, again))).toBe(0);
    expect(tables.items("orders")).toMatchObject([
      { id: orderId, partition: "2023-06", status: "purchased", total: 900 },
    ]);
    expect(tables.items("outbox")).toMatchObject([
      {
        id: `purchased-${orderId}`,
        event: "OrderPurchased.v1",
        data: { orderId, email: "ada@customers.example" },
        correlation_id: "request-1",
      },
    ]);
    expect(tables.items("orders")[0]).not.toHaveProperty("email");
    expect(parked).toEqual([]);
  });

  test.each([
    ["the order", [captured(), refunded, captured()]],
    ["the refund", [refunded, captured(), refunded]],
  ])("ends as refunded, though %s comes first and one comes again", async (_first, bodies) => {
    const { told, status, tables } = open();
    const failures: number[] = [];
    for (const body of bodies) failures.push(await told(body));
    expect(status()).toBe("refunded");
    expect(tables.items("outbox")).toHaveLength(1);
    // What came too early is delivered again by SQS.
    expect(failures).toEqual(bodies[0] === refunded ? [1, 0, 0] : [0, 0, 0]);
  });

  test("that comes again would undo a refund without the condition", async () => {
    const { told, status } = open({ conditions: true });
    for (const body of [captured(), refunded, captured()]) await told(body);
    expect(status()).toBe("purchased");
  });

  test.each([
    ["is signed with another key", captured(), signatureOf(captured(), "another", 1), "did not sign"],
    ["has the signature of another", captured({ customerId: "eve" }), signatureOf(captured(), key, 1), "did not sign"],
    ["has no signature", captured(), "v1=0", "did not sign"],
    ["is no JSON", "{", signatureOf("{", key, 1), "no UUID"],
    ["has another total", captured({ total: 1 }), undefined, "sum of the items"],
    ["has no items", captured({ items: [] }), undefined, "no items"],
    [
      "has a quantity of half",
      captured({ items: [{ sku: "TEA", quantity: 0.5, unitPrice: 1800 }] }),
      undefined,
      "no items",
    ],
    ["is of a kind that nobody knows", captured({}, "payment.lost"), undefined, "type is none"],
  ])("that %s is parked as it came, and not tried again", async (_what, body, signature, reason) => {
    const { tables, parked, told } = open();
    expect(await told(body, signature)).toBe(0);
    expect(parked).toMatchObject([{ body, signature: signature ?? signatureOf(body, key, 1) }]);
    expect(parked[0]?.reason).toContain(reason);
    expect([...tables.items("orders"), ...tables.items("outbox")]).toEqual([]);
  });

  test("that cannot be stored is delivered again, and leaves neither order nor event", async () => {
    const { tables, parked, told } = open();
    tables.fail("outbox");
    expect(await told(captured())).toBe(1);
    expect([...tables.items("orders"), ...parked]).toEqual([]);
    tables.fail(undefined);
    expect(await told(captured())).toBe(0);
    expect(tables.items("orders")).toHaveLength(1);
  });
});

describe("a signature", () => {
  test("is of the body, the time and one of the keys", () => {
    const signature = signatureOf("body", key, 12);
    expect(isSigned("body", signature, key)).toBe(true);
    expect(isSigned("body", signature, `the-next-key ${key}`)).toBe(true);
    expect(isSigned("body", signature.replace("t=12", "t=13"), key)).toBe(false);
    expect(isSigned("bodY", signature, key)).toBe(false);
    expect(isSigned("body", signature, "")).toBe(false);
    for (const broken of [undefined, "", "t=12", signature.slice(0, -1), signature.replace("v1", "v0")])
      expect(isSigned("body", broken, key)).toBe(false);
  });
});
