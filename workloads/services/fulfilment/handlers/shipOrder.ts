import type { ConsumerHandle } from "../../../runtime/handle";
import { tellBy } from "../../../runtime/outbox";
import { createShipment } from "../purchase/create-shipment";
import type { fulfilment } from "../service";

/** An order is set aside: it is shipped, or payments told that it cannot be. */
export const shipOrder: ConsumerHandle<typeof fulfilment, "shipOrder"> = async ({ data }, { tables }) => {
  const { reservations, shipments, outbox } = tables;
  await createShipment({ reservations, shipments }, data, tellBy(outbox));
};
