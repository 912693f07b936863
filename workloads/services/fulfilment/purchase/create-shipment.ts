import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { ifStill } from "../../../runtime/optimistic";
import type { Tell } from "../../../runtime/outbox";
import type { Shipment } from "../shipment";
import { find, type Refused, type Reservation, type Reservations } from "./reservation";

interface Tables {
  readonly reservations: Reservations;
  readonly shipments: TableAccess<"PutItem">;
}

type Told = Tell<
  | { readonly event: "OrderShipped.v1"; readonly data: Shipment }
  | { readonly event: "ShipmentFailed.v1"; readonly data: { readonly orderId: string; readonly reason: string } }
>;

/** Pieces that the carrier takes in one parcel. */
export const mostPieces = 50;

/** Ships what is set aside for an order, once, however often it is called; not after it was to be cancelled. Orders of another flow have nothing set aside. */
export async function createShipment(
  { reservations, shipments }: Tables,
  { orderId }: { readonly orderId: string },
  tell: Told,
): Promise<{ readonly outcome: "shipped" | "unknown" } | Refused> {
  const known = await find(reservations, orderId);
  if (known === undefined) return { outcome: "unknown" };
  if (known.status === "shipped") return { outcome: "shipped" };
  if (known.status !== "reserved") return { outcome: "refused", reason: known.reason ?? "it was cancelled" };
  const { customerId = "", items = [] } = known;
  if (items.reduce((pieces, { quantity }) => pieces + quantity, 0) > mostPieces) {
    const reason = `the carrier takes ${mostPieces} pieces at most`;
    const cancelled: Reservation = { ...known, status: "cancelled", reason };
    const told = tell({ event: "ShipmentFailed.v1", data: { orderId, reason }, id: `unshippable-${orderId}` });
    await transact([reservations.putting({ Item: { ...cancelled }, ...ifStill("reserved") }), ...told]);
    return { outcome: "refused", reason };
  }
  const shipment: Shipment = { orderId, customerId, items, shippedAt: new Date().toISOString() };
  await transact([
    reservations.putting({ Item: { ...known, status: "shipped" }, ...ifStill("reserved") }),
    shipments.putting({ Item: { ...shipment } }),
    ...tell({ event: "OrderShipped.v1", data: shipment, id: `shipped-${orderId}` }),
  ]);
  return { outcome: "shipped" };
}
