import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

type Item = Readonly<Record<string, unknown>>;
type Part = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

interface Write {
  readonly TableName?: string | undefined;
  readonly Item?: Item | undefined;
  readonly Key?: Item | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Item | undefined;
}

/** As much of DynamoDB as purchases call: whole items under one key, the conditions they have, `ADD`, and transactions. Takes the place of a client's `send`. */
export function memoryDynamo(keys: Readonly<Record<string, string>>) {
  let tables: ReadonlyMap<string, ReadonlyMap<string, Item>> = new Map();
  const of = (table: string): ReadonlyMap<string, Item> => tables.get(table) ?? new Map<string, Item>();
  const keyIn = (table: string, item: Item): string => String(item[keys[table] ?? ""]);

  /** Whether its condition held. */
  const write = (given: Write, deletes = false): boolean => {
    const table = given.TableName ?? "";
    const at = keyIn(table, given.Item ?? given.Key ?? {});
    const known = of(table).get(at);
    if (!holds(given, known)) return false;
    const items = new Map(of(table));
    if (deletes) items.delete(at);
    else items.set(at, given.Item ?? added(given, known ?? given.Key ?? {}));
    tables = new Map([...tables, [table, items]]);
    return true;
  };

  const transact = (parts: readonly Part[]): void => {
    const before = tables;
    const held = parts.map((part) => write((part.Put ?? part.Update ?? part.Delete ?? {}) as Write, "Delete" in part));
    if (held.every(Boolean)) return;
    tables = before;
    const CancellationReasons = held.map((ok) => ({ Code: ok ? "None" : "ConditionalCheckFailed" }));
    throw new TransactionCanceledException({ message: "cancelled", CancellationReasons, $metadata: {} });
  };

  const send = async (command: unknown): Promise<object> => {
    if (command instanceof GetCommand) {
      const { TableName = "", Key = {} } = command.input;
      return { Item: of(TableName).get(keyIn(TableName, Key)) };
    }
    if (command instanceof TransactWriteCommand) transact(command.input.TransactItems ?? []);
    else if (command instanceof PutCommand || command instanceof UpdateCommand || command instanceof DeleteCommand) {
      if (!write(command.input as Write, command instanceof DeleteCommand))
        throw new ConditionalCheckFailedException({ message: "the condition does not hold", $metadata: {} });
    } else throw new Error("no call that this DynamoDB knows");
    return {};
  };

  return {
    send,
    items: (table: string): readonly Item[] => [...of(table).values()],
    item: (table: string, key: string): Item | undefined => of(table).get(key),
    fill: (table: string, item: Item) => void write({ TableName: table, Item: item }),
  };
}

function holds({ ConditionExpression: condition, ...given }: Write, known: Item | undefined): boolean {
  if (condition === undefined) return true;
  const absent = /^attribute_not_exists\((\w+)\)$/.exec(condition);
  if (absent) return known === undefined;
  const [, name = "", operator, value = ""] = /^(#?\w+) (=|>=) (:\w+)$/.exec(condition) ?? [];
  const actual = known?.[given.ExpressionAttributeNames?.[name] ?? name];
  const wanted = given.ExpressionAttributeValues?.[value];
  if (operator === "=") return actual === wanted;
  if (operator === ">=") return actual !== undefined && Number(actual) >= Number(wanted);
  throw new Error(`no condition that this DynamoDB knows: ${condition}`);
}

function added({ UpdateExpression = "", ExpressionAttributeValues = {} }: Write, item: Item): Item {
  const [, attribute, value = ""] = /^ADD (\w+) (:\w+)$/.exec(UpdateExpression) ?? [];
  if (attribute === undefined) throw new Error(`no update that this DynamoDB knows: ${UpdateExpression}`);
  return { ...item, [attribute]: Number(item[attribute] ?? 0) + Number(ExpressionAttributeValues[value]) };
}
