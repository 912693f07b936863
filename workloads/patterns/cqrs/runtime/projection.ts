import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { TableAccess } from "../../../runtime/access/access";
import type { Change } from "../../../runtime/sources/stream";

type Row = Readonly<Record<string, string | number | boolean | object>>;

/** One read model: the rows that an item is in it, and which of their attributes are the key. */
interface Model<Item> {
  readonly key: readonly string[];
  readonly rows: (item: Item) => readonly Row[];
}

/** How the items of a table are read. Pure: the same item makes the same rows. @typeParam Models names of the tables that are read */
export interface Projection<Item, Models extends string> {
  /** Grows with every change of an item. */
  readonly version: (item: Item) => number;
  readonly models: { readonly [Name in Models]: Model<Item> };
}

type Written<Models extends string> = { readonly [Name in Models]: TableAccess<"PutItem"> };

/** Longer than any change may come late: the stream has it for a day, a dead letter for two weeks. */
const goneSeconds = 15 * 24 * 3600;

/**
 * Brings a change into every read model. Each row has the version of the item it was made of, and is never written over by an older one: changes may come again, and in any order. Where an
 * item is not any more, a row stays that says so, until nothing older can come.
 */
export async function project<Item extends object, Models extends string>(
  { version, models }: Projection<Item, Models>,
  { before, after }: Pick<Change<Item>, "before" | "after">,
  tables: Written<Models>,
): Promise<void> {
  const newest = after === undefined ? (before === undefined ? 0 : version(before) + 1) : version(after);
  const writes = (Object.entries(models) as [Models, Model<Item>][]).flatMap(([name, { key, rows }]) => {
    const keyOf = (row: Row): Row => Object.fromEntries(key.map((attribute) => [attribute, row[attribute] ?? ""]));
    const there = after === undefined ? [] : rows(after);
    const kept = new Set(there.map((row) => JSON.stringify(keyOf(row))));
    const left = (before === undefined ? [] : rows(before)).map(keyOf).filter((row) => !kept.has(JSON.stringify(row)));
    const expiresAt = Math.floor(Date.now() / 1000) + goneSeconds;
    const gone = left.map((row) => ({ ...row, gone: true, expiresAt }));
    return [...there, ...gone].map((row) => putUnlessNewer(tables[name], row, newest));
  });
  await Promise.all(writes);
}

async function putUnlessNewer(table: TableAccess<"PutItem">, row: Row, itemVersion: number): Promise<void> {
  try {
    await table.put({
      Item: { ...row, itemVersion },
      ConditionExpression: "attribute_not_exists(itemVersion) OR itemVersion < :itemVersion",
      ExpressionAttributeValues: { ":itemVersion": itemVersion },
    });
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** What of a read model's items is to be seen, as it was projected. */
export function rowsOf<Seen>(items: readonly Readonly<Record<string, unknown>>[] = []): readonly Seen[] {
  return items
    .filter(({ gone }) => gone !== true)
    .map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => name !== "itemVersion")) as Seen);
}

/** State of a rebuild: what the page before returned. */
export interface Rebuild {
  readonly page?: { readonly value: Page };
}

interface Page {
  /** Where to go on; absent when all of the table was read. */
  readonly next?: Readonly<Record<string, unknown>>;
  /** Items so far. */
  readonly read: number;
}

/** Items of one call, which has ten seconds. */
const pageItems = 200;

/** Projects the next items of the table. Changes that come meanwhile are newer, and stay. */
export async function rebuildPage<Item extends object, Models extends string>(
  projection: Projection<Item, Models>,
  from: TableAccess<"Scan">,
  tables: Written<Models>,
  { page }: Rebuild,
  most = pageItems,
): Promise<Page> {
  const start = page?.value.next;
  const { Items = [], LastEvaluatedKey } = await from.scan({
    Limit: most,
    ConsistentRead: true,
    ...(start === undefined ? {} : { ExclusiveStartKey: start }),
  });
  await Promise.all(Items.map((item) => project(projection, { before: undefined, after: item as Item }, tables)));
  const read = (page?.value.read ?? 0) + Items.length;
  return LastEvaluatedKey === undefined ? { read } : { next: LastEvaluatedKey, read };
}
