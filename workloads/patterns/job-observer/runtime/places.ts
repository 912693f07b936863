import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { TableAccess } from "../../../runtime/access/access";

/** The table of the workers: an item for each place in the pool, `1`, `2` …, and one of the pool itself. */
export type Places = TableAccess<"UpdateItem">;

/** What the observer last found, and made of it. */
export interface Pool {
  readonly waiting: number;
  readonly wanted: number;
  readonly least: number;
}

const pool = { worker: "pool" } as const;

/** Longer than a turn with all its tries; a place whose worker was lost is taken again after that. */
const heldMilliseconds = 90_000;

export async function setPool(places: Places, found: Pool, now: number): Promise<void> {
  await places.update({
    Key: pool,
    UpdateExpression: "SET waiting = :waiting, wanted = :wanted, #least = :least, observedAt = :now",
    ExpressionAttributeNames: { "#least": "least" },
    ExpressionAttributeValues: {
      ":waiting": found.waiting,
      ":wanted": found.wanted,
      ":least": found.least,
      ":now": new Date(now).toISOString(),
    },
  });
}

/** @returns undefined before anybody observed */
export async function poolOf(places: TableAccess<"GetItem">): Promise<Pool | undefined> {
  return places.get<Pool>({ Key: pool, ConsistentRead: true });
}

/** Takes a place that nobody holds any more. @returns whether it is the holder's now */
export function takePlace(places: Places, place: number, holder: string, now: number): Promise<boolean> {
  return changes(places, place, {
    UpdateExpression: "SET holder = :holder, heldUntil = :until",
    ConditionExpression: "attribute_not_exists(holder) OR heldUntil < :now",
    ExpressionAttributeValues: { ":holder": holder, ":until": now + heldMilliseconds, ":now": now },
  });
}

/** @returns whether it is still the holder's */
export function keepPlace(places: Places, place: number, holder: string, now: number): Promise<boolean> {
  return changes(places, place, {
    UpdateExpression: "SET heldUntil = :until",
    ConditionExpression: "holder = :holder",
    ExpressionAttributeValues: { ":holder": holder, ":until": now + heldMilliseconds },
  });
}

/** For the next worker that is wanted there. */
export async function leavePlace(places: Places, place: number, holder: string): Promise<void> {
  await changes(places, place, {
    UpdateExpression: "REMOVE holder, heldUntil",
    ConditionExpression: "holder = :holder",
    ExpressionAttributeValues: { ":holder": holder },
  });
}

/** @returns whether the condition held */
async function changes(
  places: Places,
  place: number,
  change: Omit<Parameters<Places["update"]>[0], "Key">,
): Promise<boolean> {
  try {
    await places.update({ ...change, Key: { worker: String(place) } });
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
