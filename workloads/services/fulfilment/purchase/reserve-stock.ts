import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { failedConditions, ifAbsent } from "../../../runtime/optimistic";
import type { Tell } from "../../../runtime/outbox";
import { taking } from "../stock";
import { itemsToShip, type ShippedItem } from "../shipment";
import { find, type OrderToShip, type Refused, type Reservation, type Reservations } from "./reservation";

interface Tables {
  readonly reservations: Reservations;
  readonly stock: TableAccess<"UpdateItem">;
}

type Told = Tell<
  | {
      readonly event: "StockReserved.v1";
      readonly data: { readonly orderId: string; readonly items: readonly ShippedItem[] };
    }
  | { readonly event: "StockShort.v1"; readonly data: { readonly orderId: string; readonly reason: string } }
>;

/** Sets aside all of an order or nothing, once, however often it is called; not after it was to be released. */
export async function reserveStock(
  { reservations, stock }: Tables,
  order: OrderToShip,
  tell: Told,
): Promise<{ readonly outcome: "reserved" } | Refused> {
  const { orderId, customerId } = order;
  const known = await find(reservations, orderId);
  if (known?.status === "reserved" || known?.status === "shipped") return { outcome: "reserved" };
  if (known) return { outcome: "refused", reason: known.reason ?? "it was cancelled" };
  const items = itemsToShip(order.items);
  const reserved: Reservation = { orderId, status: "reserved", customerId, items };
  const told = tell({ event: "StockReserved.v1", data: { orderId, items }, id: `reserved-${orderId}` });
  try {
    await transact([
      reservations.putting({ Item: { ...reserved }, ...ifAbsent("orderId") }),
      ...taking(stock, items),
      ...told,
    ]);
    return { outcome: "reserved" };
  } catch (error) {
    const short = failedConditions(error).map((index) => items[index - 1]?.sku);
    if (short.length === 0 || short.includes(undefined)) throw error;
    const reason = `too little in stock: ${short.join(", ")}`;
    const refused: Reservation = { orderId, status: "short", reason };
    await transact([
      reservations.putting({ Item: { ...refused }, ...ifAbsent("orderId") }),
      ...tell({ event: "StockShort.v1", data: { orderId, reason }, id: `short-${orderId}` }),
    ]);
    return { outcome: "refused", reason };
  }
}
