import {
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import type { KeptRehearsal } from "./kept-rehearsal";

const Key = { partition: { S: "1970-01" }, id: { S: "nobody" } };
const months = {
  ExpressionAttributeNames: { "#p": "partition" },
  ExpressionAttributeValues: { ":p": { S: "1970-01" } },
};

/** Calls of DynamoDB that change nothing that anybody reads. */
const calls: Readonly<Record<string, (client: DynamoDBClient, TableName: string) => Promise<unknown>>> = {
  GetItem: (client, TableName) => client.send(new GetItemCommand({ TableName, Key })),
  ListTables: (client) => client.send(new ListTablesCommand({})),
  // On a condition that no item fulfils.
  PutItem: (client, TableName) =>
    client.send(new PutItemCommand({ TableName, Item: Key, ConditionExpression: "attribute_exists(nothing)" })),
  Query: (client, TableName) =>
    client.send(new QueryCommand({ TableName, KeyConditionExpression: "#p = :p", ...months })),
  Scan: (client, TableName) => client.send(new ScanCommand({ TableName, Limit: 1 })),
  UpdateItem: (client, TableName) =>
    client.send(new UpdateItemCommand({ TableName, Key, ConditionExpression: "attribute_exists(nothing)" })),
};

/** Functions of `orders`, and of the calls those on its own table that it declares (workloads/services/orders/service.ts). */
const declared: Readonly<Record<string, readonly string[]>> = {
  getOrder: ["GetItem"],
  listOrders: ["Query"],
  createOrder: ["GetItem", "PutItem"],
  confirmOrder: ["UpdateItem"],
  requestConfirmation: [],
};

/** With the credentials of a few functions: what each declares passes, what it does not is refused. */
export function isolationTried(rehearsal: () => KeptRehearsal): void {
  test("functions reach what they declare and are refused the rest, by the local AWS", async () => {
    const { environment, zone: directory } = rehearsal();
    const zone = loadZone(directory);
    const proxy = new URL(environment["HTTP_PROXY"] ?? "");
    const idOf = (account: string): string => zone.ids.get(`account/${account}`) ?? "";
    const account = idOf("orders-dev");
    const as = (name: string): DynamoDBClient => new DynamoDBClient(settingsOf(name));
    const settingsOf = (name: string): DynamoDBClientConfig => {
      // As MiniStack gives a handler its role's credentials (rehearsal/emulators/ministack_session_token.py).
      const session = `arn:${zone.partition}:iam::${account}:role/service/${name} ${name}`;
      return {
        endpoint: `http://${proxy.host}/${proxy.password}`,
        ...{ region: zone.regions.home, maxAttempts: 1 },
        credentials: {
          ...{ accessKeyId: account, secretAccessKey: "test" },
          sessionToken: `landfall:${Buffer.from(session).toString("base64")}`,
        },
      };
    };
    const tables = {
      "orders-orders": "its own",
      "orders.idempotency": "its service's",
      [`arn:${zone.partition}:dynamodb:${zone.regions.home}:${idOf("payments-dev")}:table/payments-payments`]:
        "another's",
    };
    const wrong: string[] = [];
    const count = { passed: 0, refused: 0 };
    for (const [id, own] of Object.entries(declared)) {
      const client = as(`orders-${id}`);
      for (const [table, whose] of Object.entries(tables)) {
        // Consumers remember there what they have handled.
        if (whose === "its service's" && consumers.includes(id)) continue;
        for (const [operation, call] of Object.entries(calls)) {
          const answer = await answerOf(call(client, table));
          const expected = whose === "its own" && own.includes(operation) ? "passed" : "refused";
          count[answer.is] += 1;
          if (answer.is !== expected) wrong.push(`${id} ${operation} ${table}: ${answer.is}, ${answer.said}`);
        }
      }
    }
    console.log(`${Object.keys(declared).length} functions: ${count.passed} calls passed, ${count.refused} refused`);
    expect(wrong).toEqual([]);
    expect(count.passed).toBe(Object.values(declared).flat().length);
  }, 120_000);
}

const consumers: readonly string[] = ["confirmOrder", "requestConfirmation"];

/** What a condition does not let through has passed. @throws what kept the call from being answered */
async function answerOf(call: Promise<unknown>): Promise<{ readonly is: "passed" | "refused"; readonly said: string }> {
  try {
    await call;
    return { is: "passed", said: "" };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    if (name === "AccessDeniedException" && message.includes("identity-based policy"))
      return { is: "refused", said: message };
    if (name === "ConditionalCheckFailedException") return { is: "passed", said: message };
    throw error;
  }
}
