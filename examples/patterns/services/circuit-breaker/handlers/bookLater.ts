import { type ConsumerHandle, type ParkedCall, replay } from "../../../../../workloads/runtime";
import { book, carrier, type Parcel } from "../carrier";
import type { circuitBreaker } from "../service";

/** Books what could not be booked when it was asked. */
export const bookLater: ConsumerHandle<typeof circuitBreaker, "bookLater", ParkedCall<Parcel>> = (
  message,
  { tables, queues },
) =>
  replay(carrier, { table: tables.breakers, queue: queues.parked }, message, (parcel) => book(tables.carrier, parcel));
