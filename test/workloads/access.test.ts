import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { decide } from "../../engine/decide/decide";
import { readPolicy } from "../../engine/policy/read-policy";
import type { AccessOf } from "../../workloads/runtime/access/access";
import type { OperationHandle } from "../../workloads/runtime/handle";
import { bucket, defineService, queue, stream, table } from "../../workloads/service-definition";
import { buildService } from "../../workloads/service-stack";
import type { orders } from "../../workloads/services/orders/service";
import { buildStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";

type Given<Id extends keyof (typeof orders)["operations"]> = AccessOf<(typeof orders)["operations"], Id>;

/** Each `@ts-expect-error` fails the type check where the compiler finds nothing wrong. */
describe("what a handler is given", () => {
  test("is what its operation declares; anything else does not compile", () => {
    const handlers = {
      get: (async (_request, { tables }) => {
        await tables.orders.get({ Key: {} });
        // @ts-expect-error getOrder declares no put
        await tables.orders.put({ Item: {} });
        // @ts-expect-error getOrder declares no query
        await tables.orders.query({});
        // @ts-expect-error there is no such table
        await tables.payments.get({ Key: {} });
        return { status: 200 };
      }) satisfies OperationHandle<typeof orders, "getOrder">,
      create: (async (_request, { tables, queues }) => {
        await tables.orders.put({ Item: {} });
        // @ts-expect-error the consumer requestConfirmation sends, createOrder does not
        await queues.confirmations.send({});
        return { status: 201 };
      }) satisfies OperationHandle<typeof orders, "createOrder">,
      // @ts-expect-error the service has no such operation
      nothing: undefined as unknown as Given<"deleteOrder">,
    };
    expect(Object.keys(handlers)).toHaveLength(3);
  });

  test("a definition cannot name what the service does not have", () => {
    const at = { name: "notes", contract: "openapi.yaml", handlers: "handlers" };
    const tables = { notes: { partitionKey: "id" }, log: { partitionKey: "id", stream: true } };
    const notes = defineService({ ...at, tables, operations: { get: { uses: [table.get("notes")] } } });
    // @ts-expect-error a table of another service
    defineService({ ...at, tables, operations: { get: { uses: [table.get("orders")] } } });
    // @ts-expect-error a queue it does not have
    defineService({ ...at, tables, operations: { get: { uses: [queue.send("mails")] } } });
    // @ts-expect-error a bucket it does not have
    defineService({ ...at, tables, operations: { get: { uses: [bucket.read("pictures")] } } });
    const consumers = { take: { from: stream("notes"), key: "id", uses: [] } };
    // @ts-expect-error the table has no stream
    defineService({ ...at, tables: { notes: { partitionKey: "id" } }, operations: {}, consumers });
    expect(Object.keys(notes.operations)).toEqual(["get"]);
  });
});

describe("access by other means than the given object", () => {
  const zone = withIds(loadZone("zone"));
  const stack = buildStack(zone, ({ id }) => id === "orders-dev-orders", buildService);
  const account = zone.ids.get("account/orders-dev");
  const resources: Readonly<Record<string, string>> = {
    table: `arn:aws:dynamodb:eu-west-1:${account}:table/orders-orders`,
    "the stream": `arn:aws:dynamodb:eu-west-1:${account}:table/orders-orders/stream/2026-01-01T00:00:00.000`,
    "idempotency keys": `arn:aws:dynamodb:eu-west-1:${account}:table/orders.idempotency`,
    queue: `arn:aws:sqs:eu-west-1:${account}:orders-confirmations`,
    "dead letters": `arn:aws:sqs:eu-west-1:${account}:orders-confirmations_dead-letters`,
    "parked changes": `arn:aws:sqs:eu-west-1:${account}:orders-requestConfirmation_dead-letters`,
    "another service's table": `arn:aws:dynamodb:eu-west-1:${account}:table/payments-payments`,
  };
  const actions: readonly string[] = [
    ...["GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "BatchWriteItem", "GetRecords"].map(
      (name) => `dynamodb:${name}`,
    ),
    ...["SendMessage", "ReceiveMessage", "DeleteMessage", "PurgeQueue"].map((name) => `sqs:${name}`),
  ];
  const allowed = (policy: string): string[] => {
    const read = readPolicy(policy, "identity-policy");
    if ("faults" in read) throw new Error("the policy cannot be read");
    const path = [{ id: "role", policies: [{ id: "inline", policy: read.policy }] }];
    return actions.flatMap((action) =>
      Object.entries(resources)
        .filter(
          ([, resource]) => decide({ scp: path, rcp: [] }, { action, resource, context: {} }).verdict === "allowed",
        )
        .map(([name]) => `${action} ${name}`),
    );
  };
  const remembering = ["GetItem", "PutItem", "UpdateItem", "DeleteItem"].map(
    (name) => `dynamodb:${name} idempotency keys`,
  );

  test.each([
    ["createOrder", ["dynamodb:GetItem table", "dynamodb:PutItem table"]],
    ["getOrder", ["dynamodb:GetItem table"]],
    ["listOrders", ["dynamodb:Query table"]],
    [
      "requestConfirmation",
      [...remembering, "dynamodb:GetRecords the stream", "sqs:SendMessage queue", "sqs:SendMessage parked changes"],
    ],
    [
      "confirmOrder",
      [...remembering, "dynamodb:UpdateItem table", "sqs:ReceiveMessage queue", "sqs:DeleteMessage queue"],
    ],
  ])("is denied to %s on every resource, but for %j", (name, expected) => {
    const policy = String(stack.at(`aws_iam_role_policy.${name}`)["policy"]);
    expect(allowed(policy).sort()).toEqual([...expected].sort());
  });

  test("a policy that were wider would be seen", () => {
    const wide = { Sid: "Wide", Effect: "Allow", Action: "dynamodb:*", Resource: "*" };
    const found = allowed(JSON.stringify({ Version: "2012-10-17", Statement: [wide] }));
    expect(found).toContain("dynamodb:Scan another service's table");
  });
});
