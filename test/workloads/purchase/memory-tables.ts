import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

type Item = Readonly<Record<string, unknown>>;
type Part = NonNullable<TransactWriteCommand["input"]["TransactItems"]>[number];
type Write = NonNullable<Part["Put"]> | NonNullable<Part["Update"]>;

/** What of DynamoDB is switched off. */
export interface Off {
  /** Parts of a transaction are written one by one: those before one that fails stay. */
  readonly transactions?: boolean;
  readonly conditions?: boolean;
}

/**
 * As much of DynamoDB as the shop's handlers call: transactions, and the two conditions they have. Takes the place of a client's `send`.
 *
 * @param keys table → its partition key
 */
export function memoryTables(keys: Readonly<Record<string, string>>, off: Off = {}) {
  const tables = new Map<string, ReadonlyMap<string, Item>>();
  let failing: string | undefined;
  const of = (table: string): ReadonlyMap<string, Item> => tables.get(table) ?? new Map();

  const written = (write: Write): string | undefined => {
    const table = write.TableName ?? "";
    if (table === failing) return "InternalServerError";
    const from = "Item" in write ? write.Item : "Key" in write ? write.Key : {};
    const id = String(from?.[keys[table] ?? ""]);
    const known = of(table).get(id);
    const values = write.ExpressionAttributeValues ?? {};
    if (off.conditions !== true && !holds(write.ConditionExpression, known, values)) return "ConditionalCheckFailed";
    const item = "Item" in write ? { ...write.Item } : added(known ?? { ...from }, write, values);
    tables.set(table, new Map([...of(table), [id, item]]));
    return undefined;
  };

  const transact = (parts: readonly Part[]): void => {
    const before = new Map(tables);
    const reasons: { Code: string }[] = [];
    for (const part of parts) {
      const write = part.Put ?? part.Update;
      const code = write && written(write);
      reasons.push({ Code: code ?? "None" });
      if (code !== undefined && off.transactions === true) break;
    }
    if (reasons.every(({ Code }) => Code === "None")) return;
    if (off.transactions !== true) for (const [table, items] of before) tables.set(table, items);
    if (off.transactions !== true) for (const table of [...tables.keys()]) if (!before.has(table)) tables.delete(table);
    throw new TransactionCanceledException({ message: "cancelled", CancellationReasons: reasons, $metadata: {} });
  };

  const send = async (command: unknown): Promise<object> => {
    if (command instanceof TransactWriteCommand) transact(command.input.TransactItems ?? []);
    else if (command instanceof UpdateCommand) {
      const code = written(command.input as Write);
      if (code !== undefined) throw new ConditionalCheckFailedException({ message: code, $metadata: {} });
    } else throw new Error("no call that this DynamoDB knows");
    return {};
  };

  return {
    send,
    items: (table: string): readonly Item[] => [...of(table).values()],
    /** Makes every write to a table fail, as when it is throttled. */
    fail: (table: string | undefined) => void (failing = table),
    fill: (table: string, id: string, item: Item) => void tables.set(table, new Map([...of(table), [id, item]])),
  };
}

function holds(condition: string | undefined, known: Item | undefined, values: Item): boolean {
  if (condition === undefined) return true;
  if (condition.startsWith("attribute_not_exists(")) return known === undefined;
  if (condition.startsWith("attribute_exists(")) return known !== undefined;
  const [, attribute = "", value = ""] = /^(\w+) >= (:\w+)$/.exec(condition) ?? [];
  return Number(known?.[attribute] ?? 0) >= Number(values[value]);
}

function added(item: Item, write: Write, values: Item): Item {
  const expression = "UpdateExpression" in write ? write.UpdateExpression : undefined;
  const [, set, to = ""] = /^SET (#?\w+) = (:\w+)$/.exec(expression ?? "") ?? [];
  if (set !== undefined) return { ...item, [write.ExpressionAttributeNames?.[set] ?? set]: values[to] };
  const [, attribute = "", value = ""] = /^ADD (\w+) (:\w+)$/.exec(expression ?? "") ?? [];
  return { ...item, [attribute]: Number(item[attribute] ?? 0) + Number(values[value]) };
}
