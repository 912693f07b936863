import type { TableAccess } from "./access/access";
import { correlationAttribute } from "./correlation";
import { monthOf, monthsBack, timeOf } from "./time-ordered-id";

/**
 * Records under time-ordered ids. The month of the id is the partition, so a record is found by its id alone, and the
 * newest are listed with a Query of a few partitions: no index, no Scan.
 */
export interface StoredKey {
  readonly partition: string;
  readonly id: string;
}

export function keyOf(id: string): StoredKey {
  const lower = id.toLowerCase();
  return { partition: monthOf(timeOf(lower)), id: lower };
}

/** What was stored under the id, or undefined. */
export async function readRecord<Stored>(table: TableAccess<"GetItem">, id: string): Promise<Stored | undefined> {
  const item = await table.get({ Key: keyOf(id), ConsistentRead: true });
  return item && recordOf<Stored>(item);
}

export interface Page<Stored> {
  readonly records: readonly Stored[];
  /** Id to continue after; undefined on the last page. */
  readonly next: string | undefined;
}

const listedMonths = 12;

/** Records of the last twelve months, newest first. `after` is the last id of the page before. */
export async function newestFirst<Stored>(
  table: TableAccess<"Query">,
  limit: number,
  after?: string,
): Promise<Page<Stored>> {
  const oldest = new Date();
  oldest.setUTCMonth(oldest.getUTCMonth() - (listedMonths - 1), 1);
  const found: Readonly<Record<string, unknown>>[] = [];
  // A clock may run ahead, so a cursor decides where to start even when it lies in the future, but no further than that.
  const start = after === undefined ? Date.now() : Math.min(timeOf(after), Date.now());
  for (const month of monthsBack(start, oldest.getTime())) {
    const { Items = [] } = await table.query({
      KeyConditionExpression: "#partition = :month" + (after === undefined ? "" : " AND #id < :after"),
      ExpressionAttributeNames: { "#partition": "partition", ...(after === undefined ? {} : { "#id": "id" }) },
      ExpressionAttributeValues: {
        ":month": month,
        ...(after === undefined ? {} : { ":after": after.toLowerCase() }),
      },
      ScanIndexForward: false,
      ConsistentRead: true,
      Limit: limit + 1 - found.length,
    });
    found.push(...Items);
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1)?.["id"];
  return {
    records: page.map((item) => recordOf<Stored>(item)),
    next: found.length > limit && typeof last === "string" ? last : undefined,
  };
}

const ownAttributes: readonly string[] = ["partition", "id", correlationAttribute];

/** The record in an item that `createRecord` wrote, as it was given: without what Landfall keeps beside it. */
export function recordOf<Stored>(item: Readonly<Record<string, unknown>>): Stored {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !ownAttributes.includes(name))) as Stored;
}
