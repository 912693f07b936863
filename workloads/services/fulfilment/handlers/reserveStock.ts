import { transact } from "../../../runtime/access/transact";
import type { ConsumerHandle } from "../../../runtime/handle";
import { failedConditions, ifAbsent } from "../../../runtime/optimistic";
import type { fulfilment } from "../service";
import { taking } from "../stock";
import { itemsToShip, type Shipment } from "../shipment";

/**
 * Takes what was bought from the stock, all of it or nothing, and ships it, once an order: the shipment is of the same transaction. A function
 * that ended between it and the events finds the shipment there, and publishes the same events. Too little in stock is tried again, and parked
 * in the end.
 */
export const reserveStock: ConsumerHandle<typeof fulfilment, "reserveStock"> = async ({ data }, { tables, bus }) => {
  const { orderId, customerId } = data;
  const items = itemsToShip(data.items);
  const made: Shipment = { orderId, customerId, items, shippedAt: new Date().toISOString() };
  const shipment = tables.shipments.putting({
    Item: { ...made },
    ...ifAbsent("orderId"),
  });
  let shipped = made;
  try {
    await transact([shipment, ...taking(tables.stock, items)]);
  } catch (error) {
    const earlier = failedConditions(error).includes(0)
      ? await tables.shipments.get<Shipment>({ Key: { orderId }, ConsistentRead: true })
      : undefined;
    if (earlier === undefined) throw error;
    shipped = earlier;
  }
  await bus.publish(
    { event: "StockReserved.v1", data: { orderId, items: shipped.items }, id: `reserved-${orderId}` },
    { event: "OrderShipped.v1", data: shipped, id: `shipped-${orderId}` },
  );
};
