import type { TableAccess } from "../../../runtime/access/access";
import type { ShippedItem } from "../shipment";

/** What state machines and events say of an order that is to be set aside and shipped. */
export interface OrderToShip {
  readonly orderId: string;
  readonly customerId: string;
  readonly items: readonly ShippedItem[];
}

/**
 * What is set aside for an order, and how far it is. `short`, `cancelled` and `released` are final but for giving the stock back: whatever comes later than a
 * compensation is refused.
 */
export interface Reservation {
  readonly orderId: string;
  readonly status: "reserved" | "shipped" | "short" | "cancelled" | "released";
  readonly customerId?: string;
  readonly items?: readonly ShippedItem[];
  readonly reason?: string;
}

/** Says no, for good. */
export interface Refused {
  readonly outcome: "refused";
  readonly reason: string;
}

export type Reservations = TableAccess<"GetItem" | "PutItem">;

export function find(reservations: Reservations, orderId: string): Promise<Reservation | undefined> {
  return reservations.get<Reservation>({ Key: { orderId }, ConsistentRead: true });
}
