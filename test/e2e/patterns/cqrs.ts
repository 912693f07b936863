import { randomUUID } from "node:crypto";
import { DeleteItemCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { InvokeCommand } from "@aws-sdk/client-lambda";
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { marshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, test } from "@jest/globals";
import type { Order } from "../../../examples/patterns/services/cqrs/order";
import { cqrs } from "../../../examples/patterns/services/cqrs/service";
import { changes } from "../../../workloads/testing/events";
import { accountsOf, type KeptAccount, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { changedCode, deployTwin } from "../twin";
import { eventually } from "./eventually";

const name = "cqrs";
const models = [
  ["cqrs-ordersByCustomer", "customerId"],
  ["cqrs-ordersByArticle", "sku"],
] as const;

/** From outside: what is read is what was written, however it was told and however often. */
export function cqrsKept(rehearsal: () => KeptRehearsal): void {
  describe("a table that is written, and two that are read", () => {
    const history: (readonly [Order | undefined, Order])[] = [];
    const customers = { first: `ada-${randomUUID()}`, then: `bob-${randomUUID()}` };
    const orderIds = Array.from({ length: 6 }, () => randomUUID());

    test("show what was written a moment ago", async () => {
      const kept = accountsOf(rehearsal());
      const lags: number[] = [];
      for (const orderId of orderIds) {
        const line = { sku: "TEA-100", quantity: 2 };
        const opened = await put(kept, orderId, { customerId: customers.first, status: "open", lines: [line] });
        const moved = await put(kept, orderId, { customerId: customers.then, status: "shipped", lines: [line, line] });
        history.push([undefined, opened], [opened, moved]);
        const written = Date.now();
        const shown = await eventually(
          () => ordersOf(kept, customers.then),
          (orders) => orders.some((order) => order.orderId === orderId && order.version === moved.version),
        );
        lags.push(Date.now() - written);
        expect(shown).toContainEqual({ orderId, status: "shipped", pieces: 4, version: moved.version });
      }
      expect(await ordersOf(kept, customers.first)).toEqual([]);
      const [least, most] = [Math.min(...lags), Math.max(...lags)];
      console.log(`what was written was to be read after ${least} to ${most} ms (${lags.length} times)`);
    }, 900_000);

    test("stay as they are when old changes come again, in any order", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account(name);
      const live = await modelsOf(account);
      await deliverAgain(account, history);
      expect(await modelsOf(account)).toEqual(live);
      expect(await ordersOf(kept, customers.first)).toEqual([]);
    }, 300_000);

    test("are the same when they are made anew from nothing", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account(name);
      const live = await modelsOf(account);
      const dynamodb = new DynamoDBClient(account.settings);
      const states = new SFNClient(account.settings);
      for (const [TableName, partition] of models)
        for (const item of await account.items(TableName)) {
          const Key = marshall({ [partition]: item[partition], orderId: item["orderId"] });
          await dynamodb.send(new DeleteItemCommand({ TableName, Key }));
        }
      expect(await ordersOf(kept, customers.then)).toEqual([]);
      const stateMachineArn = `arn:aws:states:${kept.zone.regions.home}:${account.id}:stateMachine:cqrs-rebuildViews`;
      const { executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn, input: "{}" }));
      const ended = await eventually(
        () => states.send(new DescribeExecutionCommand({ executionArn })),
        ({ status }) => status !== "RUNNING",
      );
      expect(ended.status).toBe("SUCCEEDED");
      expect(JSON.parse(ended.output ?? "{}")).toMatchObject({ page: { value: { read: expect.any(Number) } } });
      expect(await modelsOf(account)).toEqual(live);
    }, 600_000);

    test("end wrong without the version when an old change comes again", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account(name);
      const live = await modelsOf(account);
      const restore = await deployTwin(
        account,
        cqrs,
        "projectOrders",
        changedCode((code) =>
          code.replace(/attribute_not_exists\(itemVersion\)/, "attribute_not_exists(noSuchAttribute)"),
        ),
      );
      try {
        await deliverAgain(account, history);
        expect(await modelsOf(account)).not.toEqual(live);
        expect(await ordersOf(kept, customers.first)).not.toEqual([]);
      } finally {
        await restore();
      }
    }, 300_000);
  });
}

/** Writes until it is answered: a function may time out on a machine that is busy enough. */
async function put(kept: KeptAccounts, orderId: string, order: Omit<Order, "orderId" | "version">): Promise<Order> {
  const headers = { "content-type": "application/json" };
  const request = { method: "PUT", path: `/orders/${orderId}`, headers, body: JSON.stringify(order) };
  const answer = await eventually(
    () => kept.send(name, request),
    ({ status }) => status < 500,
  );
  expect(answer).toMatchObject({ status: 200 });
  return JSON.parse(answer.body) as Order;
}

async function ordersOf(kept: KeptAccounts, customerId: string): Promise<readonly Partial<Order>[]> {
  const path = `/customers/${customerId}/orders`;
  const { status, body } = await kept.send(name, { method: "GET", path, headers: {}, body: undefined });
  return status === 200 ? (JSON.parse(body) as { readonly orders: readonly Partial<Order>[] }).orders : [];
}

/** What is to be seen in both tables, in one order. */
async function modelsOf({ items }: KeptAccount): Promise<readonly string[]> {
  const rows = await Promise.all(models.map(([table]) => items(table)));
  return rows
    .flat()
    .filter(({ gone }) => gone !== true)
    .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();
}

/** Changes that were told, told once more: the newest first, under ids that nobody has seen. */
async function deliverAgain({ lambda }: KeptAccount, history: readonly (readonly [Order | undefined, Order])[]) {
  const told = history.toReversed().map(([before, after]) => ({
    kind: before === undefined ? ("INSERT" as const) : ("MODIFY" as const),
    keys: { orderId: after.orderId },
    ...(before === undefined ? {} : { before: { ...before } }),
    after: { ...after },
  }));
  const Payload = JSON.stringify(changes(...told));
  const answer = await lambda.send(new InvokeCommand({ FunctionName: "cqrs-projectOrders", Payload }));
  expect(JSON.parse(Buffer.from(answer.Payload ?? []).toString())).toEqual({ batchItemFailures: [] });
}
