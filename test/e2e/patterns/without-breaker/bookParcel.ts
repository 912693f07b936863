import { book } from "../../../../examples/patterns/services/circuit-breaker/carrier";
import type { circuitBreaker } from "../../../../examples/patterns/services/circuit-breaker/service";
import type { OperationHandle } from "../../../../workloads/runtime";

interface Parts {
  readonly path: { readonly parcelId: string };
  readonly body: { readonly grams: number };
}

/** Calls the carrier whatever it answered before. */
export const bookParcel: OperationHandle<typeof circuitBreaker, "bookParcel", Parts> = async (
  { path, body },
  { tables },
) => {
  const parcel = { ...path, ...body };
  await book(tables.carrier, parcel);
  return { status: 200, body: parcel };
};
