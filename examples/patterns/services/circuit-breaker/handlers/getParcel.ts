import { CircuitOpen, type OperationHandle, problem } from "../../../../../workloads/runtime";
import { bookedAt, carrier } from "../carrier";
import type { circuitBreaker } from "../service";

interface Parts {
  readonly path: { readonly parcelId: string };
}

/** Asks the carrier; where it is not asked, the client hears when to come again. */
export const getParcel: OperationHandle<typeof circuitBreaker, "getParcel", Parts> = async ({ path }, { tables }) => {
  try {
    const parcel = await carrier.call(tables.breakers, () => bookedAt(tables.carrier, path.parcelId));
    return parcel ? { status: 200, body: parcel } : problem(404, `The carrier has no parcel ${path.parcelId}`);
  } catch (error) {
    if (!(error instanceof CircuitOpen)) throw error;
    const headers = { "retry-after": String(Math.ceil(error.retryAfterSeconds)) };
    return problem(503, "The carrier does not answer", { headers });
  }
};
