import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { bundleConsumer } from "../../../workloads/bundle/bundle-function";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { changes, context, event, events } from "../../../workloads/testing";
import { fulfilment } from "../../fixtures/shop/services/fulfilment/service";
import { shopOrders } from "../../fixtures/shop/services/orders/service";
import { inShop } from "../events/shop";

/** Loads a bundle as Lambda does, and hands it one event. */
const host = `
  import { readFileSync } from "node:fs";
  const { handler } = await import(process.argv[1]);
  const { event, context } = JSON.parse(readFileSync(0, "utf8"));
  const result = await handler(event, { ...context, getRemainingTimeInMillis: () => 10000 });
  process.stdout.write("RESULT " + JSON.stringify(result));
`;

const purchase = {
  orderId: "1",
  customerId: "c",
  currency: "EUR",
  items: [{ sku: "book", quantity: 2, unitPrice: 5 }],
  total: 10,
  purchasedAt: "2026-11-30T12:00:00Z",
};

interface Put {
  readonly EventBusName: string;
  readonly Source: string;
  readonly DetailType: string;
  readonly Detail: string;
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), "landfall-consumers-")));
const put: Put[] = [];
let aws: Server;
let url = "";

beforeAll(async () => {
  aws = createServer((request, response) => {
    void textOf(request).then((text) => {
      const isPut = request.headers["x-amz-target"] === "AWSEvents.PutEvents";
      const { Entries = [] } = JSON.parse(text) as { Entries?: Put[] };
      if (isPut) put.push(...Entries);
      response.writeHead(200, { "content-type": "application/x-amz-json-1.0" });
      response.end(
        JSON.stringify(isPut ? { Entries: Entries.map(() => ({ EventId: "1" })), FailedEntryCount: 0 } : {}),
      );
    });
  });
  await new Promise<void>((resolve) => aws.listen(0, "127.0.0.1", resolve));
  const address = aws.address();
  url = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
});
afterAll(() => {
  aws.close();
  rmSync(folder, { recursive: true, force: true });
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Runs the bundle of a consumer on one event, and has what it printed; all AWS calls are answered with success. */
async function run(service: ServiceDefinition, name: string, given: object): Promise<string> {
  const consumer = service.consumers?.[name];
  if (!consumer) throw new Error(`no consumer ${name}`);
  const { file } = inShop(() => bundleConsumer(service, name, consumer));
  const module = join(folder, `${name}.mjs`);
  writeFileSync(module, unzipSync(readFileSync(file))["index.mjs"] ?? "");
  const tables = Object.keys(service.tables).map((table) => [`${table.toUpperCase()}_TABLE`, table]);
  const child = spawn(process.execPath, ["--input-type=module", "-e", host, module], {
    env: {
      AWS_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "key",
      AWS_SECRET_ACCESS_KEY: "secret",
      AWS_ENDPOINT_URL: url,
      POWERTOOLS_SERVICE_NAME: service.name,
      POWERTOOLS_METRICS_NAMESPACE: service.name,
      IDEMPOTENCY_TABLE: "idempotency",
      LANDFALL_EVENT_BUS: "central",
      ...Object.fromEntries(tables),
    },
    stdio: "pipe",
  });
  child.stdin.end(JSON.stringify({ event: given, context }));
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (printed += String(chunk)));
  await once(child, "close");
  return printed;
}

describe("the bundle of a consumer", () => {
  test("that publishes has the validators of what it declares, and puts its events on the bus it is told", async () => {
    const after = { id: "purchased-1", event: "OrderPurchased.v1", data: purchase, correlation_id: "request-1" };
    const wrong = { ...after, id: "purchased-2", data: { ...purchase, total: -1 } };
    const given = changes({ kind: "INSERT", keys: { id: "purchased-1" }, after });
    expect(await run(shopOrders, "announce", given)).toContain('RESULT {"batchItemFailures":[]}');
    expect(put.splice(0)).toMatchObject([{ EventBusName: "central", Source: "orders", DetailType: "OrderPurchased" }]);
    const refused = await run(shopOrders, "announce", changes({ kind: "INSERT", keys: { id: "2" }, after: wrong }));
    expect(refused).toContain("OrderPurchased.v1 does not conform to its schema: /data/total");
    expect(put).toEqual([]);
  });

  test("of a subscription works under the event's correlation id, and what it publishes is caused by the event", async () => {
    const metadata = { id: "purchased-1", correlationId: "request-1" };
    const printed = await run(
      fulfilment,
      "reserveStock",
      events(event("orders/OrderPurchased.v1", purchase, metadata)),
    );
    expect(printed).toContain('RESULT {"batchItemFailures":[]}');
    expect(printed).toContain('"correlation_id":"request-1"');
    expect(printed).toContain('"event":"orders/OrderPurchased.v1","event_id":"purchased-1"');
    expect(put.map(({ Detail }) => JSON.parse(Detail) as object)).toMatchObject([
      { metadata: { id: "reserved-1", correlationId: "request-1", causationId: "purchased-1" } },
    ]);
  });
});
