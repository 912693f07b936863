import { callOrPark, type OperationHandle } from "../../../../../workloads/runtime";
import { book, carrier, type Parcel } from "../carrier";
import type { circuitBreaker } from "../service";

interface Parts {
  readonly path: { readonly parcelId: string };
  readonly body: { readonly grams: number };
}

/** Booked, or taken on to be booked later. */
export const bookParcel: OperationHandle<typeof circuitBreaker, "bookParcel", Parts> = async (
  { path, body },
  { tables, queues },
) => {
  const access = { table: tables.breakers, queue: queues.parked };
  const parcel: Parcel = { ...path, ...body };
  const { outcome } = await callOrPark(carrier, access, parcel, (asked) => book(tables.carrier, asked));
  return outcome === "done" ? { status: 200, body: parcel } : { status: 202, body: parcel };
};
