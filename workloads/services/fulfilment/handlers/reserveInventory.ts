import type { TaskHandle } from "../../../runtime/handle";
import { tellNobody } from "../../../runtime/outbox";
import { Refusal } from "../../../runtime/refusal";
import { reserveStock } from "../purchase/reserve-stock";
import type { OrderToShip } from "../purchase/reservation";
import type { fulfilment } from "../service";

/** For state machines, which go by what it returns or throws. */
export const reserveInventory: TaskHandle<typeof fulfilment, "reserveInventory", OrderToShip> = async (
  order,
  { tables },
) => {
  const reserved = await reserveStock(tables, order, tellNobody);
  if (reserved.outcome === "refused") throw new Refusal("StockShort", reserved.reason);
};
