import type { ConsumerHandle } from "../../../runtime/handle";
import { tellBy } from "../../../runtime/outbox";
import { reserveStock } from "../purchase/reserve-stock";
import type { fulfilment } from "../service";

/** An order is paid: it is set aside, or payments told that it cannot be. */
export const reserveForOrder: ConsumerHandle<typeof fulfilment, "reserveForOrder"> = async ({ data }, { tables }) => {
  const { reservations, stock, outbox } = tables;
  await reserveStock({ reservations, stock }, data, tellBy(outbox));
};
