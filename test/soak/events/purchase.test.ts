import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { TerraformStack } from "cdktf";
import { type Bundle } from "../../../workloads/bundle/bundle-cache";
import { bundleConsumer } from "../../../workloads/bundle/bundle-function";
import { addEvents } from "../../../workloads/events/service/add-events";
import { addConsumer } from "../../../workloads/microservice/add-consumer";
import { addIdempotencyTable, addTable } from "../../../workloads/microservice/add-table";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { usesOf } from "../../../workloads/uses/uses-of";
import { fulfilment } from "../../fixtures/shop/services/fulfilment/service";
import { shopOrders } from "../../fixtures/shop/services/orders/service";
import { placementIn } from "../../workloads/events/placement-in";
import { inShop, stackText } from "../../workloads/events/shop";
import { type Name, type RunningShop, startShop } from "./running-shop";

let shop: RunningShop;

beforeAll(async () => {
  shop = await startShop();
  await applyService("orders-live", shopOrders);
  await applyService("fulfilment-live", fulfilment);
  await tables("fulfilment-live").send(
    new PutCommand({ TableName: "fulfilment-stock", Item: { sku: "book", available: 100 } }),
  );
}, 600_000);
afterAll(() => shop?.close());

const tables = (account: Name) => DynamoDBDocumentClient.from(new DynamoDBClient(shop.settings(account)));

/** All of a service that its events pass: tables, subscriptions and consumers, under a boundary that allows everything. */
async function applyService(account: Name, service: ServiceDefinition): Promise<void> {
  const placement = placementIn(shop.zone, account, shop.central);
  const bundles: Bundle[] = [];
  const text = stackText(shop.zone, account, (stack: TerraformStack) => {
    const made = new Map(
      Object.entries(service.tables).map(([name, table]) => [name, addTable(stack, service.name, name, table)]),
    );
    addIdempotencyTable(stack, service.name);
    const subscriptions = addEvents(stack, service, placement);
    const none = { queues: new Map(), ownQueues: new Map(), dataStreams: new Map() };
    const sources = { ...none, tables: made, subscriptions };
    for (const [name, consumer] of Object.entries(service.consumers ?? {})) {
      const bundle = inShop(() => bundleConsumer(service, name, consumer));
      bundles.push(bundle);
      addConsumer(stack, placement, service.name, name, consumer, usesOf(service, name), sources, bundle);
    }
  });
  await shop.apply(account, runnable(text, bundles));
}

interface Json {
  readonly resource: Readonly<Record<string, Record<string, Record<string, unknown>>>>;
}

/** The same with the code where it was bundled, and the boundary, which is the account's stack's, beside it. */
function runnable(text: string, bundles: readonly Bundle[]): string {
  const { resource } = JSON.parse(text) as Json;
  for (const lambda of Object.values(resource["aws_lambda_function"] ?? {})) {
    const bundle = bundles.find(
      ({ sha256 }) => Buffer.from(sha256, "hex").toString("base64") === lambda["source_code_hash"],
    );
    lambda["filename"] = bundle?.file;
  }
  for (const role of Object.values(resource["aws_iam_role"] ?? {}))
    role["permissions_boundary"] = "${aws_iam_policy.boundary.arn}";
  const everything = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const boundary = { name: "boundary", policy: JSON.stringify(everything) };
  return JSON.stringify({ resource: { ...resource, aws_iam_policy: { boundary } } });
}

const purchase = (orderId: string) => ({
  orderId,
  customerId: "c",
  currency: "EUR",
  items: [{ sku: "book", quantity: 2, unitPrice: 5 }],
  total: 10,
  purchasedAt: "2026-11-30T12:00:00Z",
});

/** As the function that records a purchase writes it. */
const record = (orderId: string) =>
  tables("orders-live").send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName: "orders-orders", Item: purchase(orderId) } },
        {
          Put: {
            TableName: "orders-outbox",
            Item: {
              id: `purchased-${orderId}`,
              event: "OrderPurchased.v1",
              data: purchase(orderId),
              expiresAt: Math.floor(Date.now() / 1000) + 3600,
              correlation_id: `request-${orderId}`,
            },
          },
        },
      ],
    }),
  );

async function eventually(account: Name, TableName: string, Key: Record<string, string>, wanted: object) {
  let found: object | undefined;
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    found = (await tables(account).send(new GetCommand({ TableName, Key }))).Item;
    try {
      expect(found).toMatchObject(wanted);
      return;
    } catch {
      await new Promise((resume) => setTimeout(resume, 500));
    }
  }
  expect(found).toMatchObject(wanted);
}

test("purchases in one account take from the stock in another, by the bus between them, and come back to add up", async () => {
  const ids = Array.from({ length: 10 }, (_, at) => `order-${at}`);
  await Promise.all(ids.map(record));
  for (const orderId of ids) {
    await eventually("fulfilment-live", "fulfilment-reservations", { orderId }, { orderId, items: [{ quantity: 2 }] });
  }
  await eventually("fulfilment-live", "fulfilment-stock", { sku: "book" }, { available: 80 });
  await eventually("orders-live", "orders-customers", { customerId: "c" }, { spent: 100 });
}, 300_000);
