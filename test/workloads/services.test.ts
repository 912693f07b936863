import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "../fast-check";
import { probesOf } from "../../workloads/contract/probes";
import { runProbes, type Answer } from "../../workloads/contract/run-probes";
import { projectAt, serviceNames } from "../../declaration/project";
import { serviceNamed } from "../../workloads/services";
import { type FakeTable, startFakeDynamoDb } from "./running/fake-dynamodb";
import { runService, type RunningService } from "./running/running-service";

const services = serviceNames(projectAt()).map((name) => serviceNamed(name));

/** How many there are in each contract, of operations that have a function. */
const promises: Readonly<Record<string, number>> = {
  orders: 20,
  payments: 20,
  fulfilment: 11,
  notifications: 3,
  reports: 5,
};

describe.each(services)("the service $name, run from its bundles", (service) => {
  test.each(["http", "rest"] as const)("keeps every promise its contract makes behind %s", async (kind) => {
    const table = await startFakeDynamoDb();
    const running = runService(service, table.url, kind);
    const results = await runProbes(probesOf(running.contract), running.send);
    running.close();
    await table.close();
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    expect(results.length).toBe(promises[service.name]);
  });
});

describe("the orders service", () => {
  let table: FakeTable;
  let running: RunningService;

  beforeAll(async () => {
    table = await startFakeDynamoDb();
    running = runService(serviceNamed("orders"), table.url);
  });
  afterEach(() => table.failWith(undefined));
  afterAll(async () => {
    running.close();
    await table.close();
  });

  const order = (customerId: string, headers: Record<string, string> = {}): Promise<Answer> =>
    running.send({
      method: "POST",
      path: "/orders",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body: JSON.stringify({ customerId, currency: "EUR", items: [{ sku: "TEA", quantity: 3, unitPrice: 250 }] }),
    });
  const get = (path: string): Promise<Answer> => running.send({ method: "GET", path, headers: {}, body: undefined });

  test("adds up the items and says where the order is", async () => {
    const answer = await order("ada");
    expect(JSON.parse(answer.body)).toMatchObject({ customerId: "ada", total: 750, status: "placed" });
    expect((await get(answer.headers["location"] ?? "")).body).toBe(answer.body);
  });

  test("lists the newest first, page by page, each order once", async () => {
    for (const name of ["b", "c", "d", "e"]) await order(name);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await get(`/orders?limit=2${cursor === undefined ? "" : `&cursor=${cursor}`}`);
      const page: { orders: { customerId: string }[]; nextCursor?: string } = JSON.parse(body);
      expect(page.orders.length).toBeLessThanOrEqual(2);
      seen.push(...page.orders.map(({ customerId }) => customerId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen.slice(0, 4)).toEqual(["e", "d", "c", "b"]);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("answers a repeated Idempotency-Key with the first order", async () => {
    const first = await order("grace", { "idempotency-key": "once" });
    const again = await order("grace", { "idempotency-key": "once" });
    expect(again.status).toBe(201);
    expect(again.body).toBe(first.body);
  });

  test("refuses an Idempotency-Key that came with another body", async () => {
    await order("alan", { "idempotency-key": "twice" });
    const other = await order("kurt", { "idempotency-key": "twice" });
    expect(other.status).toBe(422);
    expect(other.headers["content-type"]).toBe("application/problem+json");
  });

  test("finds an order by its id in upper case", async () => {
    const { orderId }: { orderId: string } = JSON.parse((await order("ada")).body);
    expect((await get(`/orders/${orderId.toUpperCase()}`)).status).toBe(200);
  });

  test("tells nothing of an unexpected error but a correlation id that the log has", async () => {
    table.failWith("ResourceNotFoundException");
    const answer = await get("/orders/01890a5d-ac96-774b-bcce-b302099a8057");
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body)).toEqual({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      detail: "Something failed on our side; the correlation id finds it in the logs",
      correlationId: "request-1",
    });
    const logged = running.logs.filter((line) => line.includes("unexpected error"));
    expect(logged.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: "ERROR", correlation_id: "request-1", operation: "getOrder" }),
    ]);
  });

  test("counts the orders placed as a metric that CloudWatch reads from the log", async () => {
    await order("ada");
    expect(running.logs.some((line) => line.includes('"OrdersPlaced":1') && line.includes('"_aws"'))).toBe(true);
  });

  test("answers whatever it is sent with a status its contract has, and never with a 5xx", async () => {
    const documented = new Map(
      running.contract.operations.map(({ id, responses }) => [id, responses.map(({ status }) => status)]),
    );
    const body = fc.oneof(fc.json(), fc.string(), fc.constant('{"__proto__":{"a":1}}'));
    const mediaType = fc.constantFrom("application/json", "application/JSON; charset=utf-8", "text/plain", "");
    await fc.assert(
      fc.asyncProperty(body, mediaType, async (text, type) => {
        const headers = { "content-type": type };
        const { status } = await running.send({ method: "POST", path: "/orders", headers, body: text });
        expect(documented.get("createOrder")).toContain(status);
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (limit, cursor) => {
        const query = new URLSearchParams({ limit, cursor }).toString();
        expect([200, 400]).toContain((await get(`/orders?${query}`)).status);
      }),
      { numRuns: 100 },
    );
  }, 360_000);

  test("uses no action of DynamoDB that its definition does not declare, and never a Scan", async () => {
    expect(new Set(table.operations)).toEqual(new Set(["PutItem", "GetItem", "Query", "TransactWriteItems"]));
  });
});
