import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { ifAbsent } from "../../../runtime/optimistic";
import { logger } from "../../../runtime/telemetry";
import type { StoredEvent } from "../aggregate";

/** @returns whether the events are stored; not, when the version that was read is no longer the newest */
export async function append(
  table: TableAccess<"PutItem">,
  id: string,
  after: number,
  events: readonly StoredEvent[],
): Promise<boolean> {
  const at = new Date().toISOString();
  const puts = events.map((event, index) => ({
    Item: { id, version: sortable(after + index + 1), at, ...event },
    ...ifAbsent("version"),
  }));
  const [only] = puts;
  try {
    if (only !== undefined && puts.length === 1) await table.put(only);
    else await transact(puts.map((put) => table.putting(put)));
    return true;
  } catch (error) {
    if (isContention(error)) return false;
    throw error;
  }
}

/** Somebody else has written there, or is about to (DynamoDB Developer Guide, "Transaction conflict handling in DynamoDB"). */
function isContention(error: unknown): boolean {
  return (
    error instanceof ConditionalCheckFailedException ||
    error instanceof TransactionConflictException ||
    (error instanceof TransactionCanceledException &&
      (error.CancellationReasons ?? []).some(
        ({ Code }) => Code === "ConditionalCheckFailed" || Code === "TransactionConflict",
      ))
  );
}

/** The events are stored: without their snapshot the next change reads more of them, and nothing else. */
export async function keepSnapshot<State>(
  { stateVersion }: { readonly stateVersion: number },
  snapshots: TableAccess<"PutItem">,
  id: string,
  { state, version }: { readonly state: State; readonly version: number },
): Promise<void> {
  try {
    await snapshots.put({
      Item: { id, state, version, stateVersion },
      ConditionExpression:
        "attribute_not_exists(#id) OR #stateVersion < :stateVersion OR (#stateVersion = :stateVersion AND #version < :version)",
      ExpressionAttributeNames: { "#id": "id", "#version": "version", "#stateVersion": "stateVersion" },
      ExpressionAttributeValues: { ":version": version, ":stateVersion": stateVersion },
    });
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) logger.warn("no snapshot was stored", { id, version });
  }
}

/** Keys are text, and twelve digits more events than an aggregate will have. */
export function sortable(version: number): string {
  return String(version).padStart(12, "0");
}
