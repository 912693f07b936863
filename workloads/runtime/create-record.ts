import { createHash } from "node:crypto";
import type { TableAccess } from "./access/access";
import { transact } from "./access/transact";
import { failedConditions } from "./optimistic";
import { keyOf, readRecord } from "./records";

/** A request's Idempotency-Key and the body it came with. */
export interface Idempotency {
  readonly key: string;
  readonly body: unknown;
}

export type Creation<Stored> =
  { readonly outcome: "created" | "repeated"; readonly record: Stored } | { readonly outcome: "key-reused" };

const keptSeconds = 24 * 3600;

/**
 * Stores a record under a new time-ordered id, once: a request repeated with the same key within 24 hours gets the
 * record of the first one (the table's time to live, on `expiresAt`, forgets keys later).
 */
export async function createRecord<Stored extends object>(
  table: TableAccess<"PutItem" | "GetItem">,
  id: string,
  record: Stored,
  idempotency: Idempotency | undefined,
): Promise<Creation<Stored>> {
  const put = { Item: { ...record, ...keyOf(id) } };
  if (!idempotency) {
    await table.put({ ...put, ConditionExpression: "attribute_not_exists(id)" });
    return { outcome: "created", record };
  }
  const now = Math.floor(Date.now() / 1000);
  const Key = { partition: `key#${digest(idempotency.key)}`, id: "key" };
  const fingerprint = digest(JSON.stringify(idempotency.body));
  const remember = table.putting({
    Item: { ...Key, fingerprint, recordId: id, expiresAt: now + keptSeconds },
    ConditionExpression: "attribute_not_exists(id) OR expiresAt < :now",
    ExpressionAttributeValues: { ":now": now },
  });
  try {
    await transact([remember, table.putting(put)]);
    return { outcome: "created", record };
  } catch (error) {
    if (!failedConditions(error).includes(0)) throw error;
  }
  const known = await table.get({ Key, ConsistentRead: true });
  if (known?.["fingerprint"] !== fingerprint) return { outcome: "key-reused" };
  const first = await readRecord<Stored>(table, String(known["recordId"]));
  return first ? { outcome: "repeated", record: first } : { outcome: "key-reused" };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
