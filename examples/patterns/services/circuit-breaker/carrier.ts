import { circuitBreaker, type TableAccess } from "../../../../workloads/runtime";

export interface Parcel {
  readonly parcelId: string;
  readonly grams: number;
}

/** One carrier, one state for all functions that call it. */
export const carrier = circuitBreaker({
  dependency: "carrier",
  timeoutSeconds: 3,
  failures: 4,
  openSeconds: 15,
  probes: 1,
  successes: 2,
});

/** What the carrier does: the same as often as it is told. A real one would be given the signal. */
export async function book(table: TableAccess<"UpdateItem">, { parcelId, grams }: Parcel): Promise<void> {
  await table.update({
    Key: { parcelId },
    UpdateExpression: "SET grams = :grams",
    ExpressionAttributeValues: { ":grams": grams },
  });
}

export async function bookedAt(table: TableAccess<"Query">, parcelId: string): Promise<Parcel | undefined> {
  const { Items = [] } = await table.query({
    KeyConditionExpression: "parcelId = :parcel",
    ExpressionAttributeValues: { ":parcel": parcelId },
  });
  return Items[0] as Parcel | undefined;
}
