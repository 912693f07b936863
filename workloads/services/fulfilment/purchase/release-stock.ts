import type { TableAccess } from "../../../runtime/access/access";
import { transact } from "../../../runtime/access/transact";
import { ifAbsent, ifStill } from "../../../runtime/optimistic";
import { find, type Reservation, type Reservations } from "./reservation";

interface Tables {
  readonly reservations: Reservations;
  readonly stock: TableAccess<"UpdateItem">;
}

/**
 * Gives back what was set aside for an order, once, however often it is called. What was not set aside yet never will be.
 * @throws Error when it has been shipped: that has to be cancelled first
 */
export async function releaseStock(
  { reservations, stock }: Tables,
  { orderId }: { readonly orderId: string },
): Promise<void> {
  const known = await find(reservations, orderId);
  const released: Reservation = { ...known, orderId, status: "released" };
  if (known === undefined) {
    await reservations.put({ Item: { ...released }, ...ifAbsent("orderId") });
    return;
  }
  if (known.status === "short" || known.status === "released") return;
  if (known.status === "shipped") throw new Error(`the order ${orderId} has been shipped`);
  const given = (known.items ?? []).map(({ sku, quantity }) =>
    stock.updating({
      Key: { sku },
      UpdateExpression: "ADD available :given",
      ExpressionAttributeValues: { ":given": quantity },
    }),
  );
  await transact([reservations.putting({ Item: { ...released }, ...ifStill(known.status) }), ...given]);
}
