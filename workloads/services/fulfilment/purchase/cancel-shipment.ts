import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { ifAbsent, ifStill } from "../../../runtime/optimistic";
import { find, type Reservation, type Reservations } from "./reservation";

interface Tables {
  readonly reservations: Reservations;
  readonly shipments: TableAccess<"DeleteItem">;
}

/** Stops the shipment of an order, once, however often it is called; what is set aside stays so. What was not shipped yet never will be. */
export async function cancelShipment(
  { reservations, shipments }: Tables,
  { orderId }: { readonly orderId: string },
): Promise<void> {
  const known = await find(reservations, orderId);
  if (known === undefined) {
    const released: Reservation = { orderId, status: "released" };
    await reservations.put({ Item: { ...released }, ...ifAbsent("orderId") });
    return;
  }
  if (known.status !== "reserved" && known.status !== "shipped") return;
  await transact([
    reservations.putting({ Item: { ...known, status: "cancelled" }, ...ifStill(known.status) }),
    shipments.deleting({ Key: { orderId } }),
  ]);
}
