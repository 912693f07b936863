import type { TableAccess } from "../../runtime/access/access";
import { transact } from "../../runtime/access/transact";
import { failedConditions, ifAbsent } from "../../runtime/optimistic";
import { additionsOf, type Countable, inTransactions } from "./windows";

/** Parts of one transaction (Amazon DynamoDB Developer Guide, "Amazon DynamoDB transactions"). */
const mostParts = 100;

interface Counting {
  readonly tables: { readonly counts: TableAccess<"UpdateItem">; readonly counted: TableAccess<"PutItem"> };
  readonly windowSeconds: number;
  /** How long an id is remembered: longer than a record can come again. */
  readonly rememberSeconds: number;
}

/**
 * Counts each once, however often it comes: that it has been counted is written in the transaction that counts it. What has been counted before is
 * left out, and the others of its transaction are counted.
 *
 * @throws TransactionCanceledException and other errors of DynamoDB; what was counted until then stays so
 */
export async function countInWindows(countables: readonly Countable[], counting: Counting): Promise<void> {
  for (const group of inTransactions(countables, counting.windowSeconds, mostParts)) {
    let left: readonly Countable[] = group;
    while (left.length > 0) left = await count(left, counting);
  }
}

/** @returns what has to be tried again, without what was known */
async function count(
  group: readonly Countable[],
  { tables: { counts, counted }, windowSeconds, rememberSeconds }: Counting,
): Promise<readonly Countable[]> {
  const expiresAt = Math.floor(Date.now() / 1000) + rememberSeconds;
  const once = group.map(({ id }) => counted.putting({ Item: { id, expiresAt }, ...ifAbsent("id") }));
  const added = additionsOf(group, windowSeconds).map(({ window, key, lane, count }) =>
    counts.updating({
      Key: { window, lane: `${key}#${lane}` },
      UpdateExpression: "SET #key = :key ADD #count :count",
      ExpressionAttributeNames: { "#key": "key", "#count": "count" },
      ExpressionAttributeValues: { ":key": key, ":count": count },
    }),
  );
  try {
    await transact([...once, ...added]);
    return [];
  } catch (error) {
    const known = new Set(failedConditions(error));
    if (known.size === 0) throw error;
    return group.filter((_, place) => !known.has(place));
  }
}

/** Totals of a window, by key. */
export async function totalsOf(
  counts: TableAccess<"Query">,
  window: string,
): Promise<Readonly<Record<string, number>>> {
  const totals = new Map<string, number>();
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await counts.query({
      KeyConditionExpression: "#window = :window",
      ExpressionAttributeNames: { "#window": "window" },
      ExpressionAttributeValues: { ":window": window },
      ConsistentRead: true,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    });
    for (const { key, count } of Items) totals.set(String(key), (totals.get(String(key)) ?? 0) + Number(count));
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return Object.fromEntries(totals);
}
