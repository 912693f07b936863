import { createServer, type Server } from "node:http";

type AttributeValue = Readonly<Record<string, string>>;
type Item = Readonly<Record<string, AttributeValue>>;

interface Call {
  readonly Item: Item;
  readonly Key: Item;
  readonly ExpressionAttributeValues?: Item;
  readonly Limit?: number;
  readonly TransactItems: readonly { readonly Put: Call }[];
}

export interface FakeTable {
  readonly url: string;
  /** Operations received, in order. */
  readonly operations: readonly string[];
  /** Makes every later call fail with this code. */
  failWith(code: string | undefined): void;
  close(): Promise<void>;
}

/**
 * As much of DynamoDB as the handlers use, on a loopback port: one table with keys `partition` and `id`, conditions of
 * the form "not there yet". The local AWS has a whole DynamoDB; this one needs no emulator.
 */
export async function startFakeDynamoDb(): Promise<FakeTable> {
  const items = new Map<string, Item>();
  const operations: string[] = [];
  let failure: string | undefined;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const operation = String(request.headers["x-amz-target"]).split(".")[1] ?? "";
      operations.push(operation);
      const call: Call = JSON.parse(Buffer.concat(chunks).toString());
      const answer = failure === undefined ? perform(items, operation, call) : { __type: failure };
      response.writeHead("__type" in answer ? 400 : 200, { "content-type": "application/x-amz-json-1.0" });
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    operations,
    failWith: (code) => (failure = code),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function perform(items: Map<string, Item>, operation: string, call: Call): object {
  switch (operation) {
    case "GetItem":
      return { Item: items.get(keyOf(call.Key)) };
    case "PutItem":
      return put(items, [call]) ? {} : { __type: "ConditionalCheckFailedException" };
    case "TransactWriteItems": {
      const done = put(
        items,
        call.TransactItems.map(({ Put }) => Put),
      );
      const reasons = [{ Code: "ConditionalCheckFailed" }, { Code: "None" }];
      return done ? {} : { __type: "TransactionCanceledException", CancellationReasons: reasons };
    }
    case "Query":
      return { Items: query([...items.values()], call) };
    default:
      return { __type: "UnknownOperationException" };
  }
}

function put(items: Map<string, Item>, calls: readonly Call[]): boolean {
  if (calls.some(({ Item }) => items.has(keyOf(Item)))) return false;
  for (const { Item } of calls) items.set(keyOf(Item), Item);
  return true;
}

function query(items: readonly Item[], { ExpressionAttributeValues: values = {}, Limit = Infinity }: Call): Item[] {
  const after = values[":after"]?.["S"];
  return items
    .filter((item) => text(item, "partition") === values[":month"]?.["S"])
    .filter((item) => after === undefined || text(item, "id") < after)
    .sort((a, b) => (text(a, "id") < text(b, "id") ? 1 : -1))
    .slice(0, Limit);
}

function keyOf(item: Item): string {
  return `${text(item, "partition")} ${text(item, "id")}`;
}

function text(item: Item, name: string): string {
  return item[name]?.["S"] ?? "";
}
