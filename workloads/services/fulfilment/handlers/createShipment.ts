import type { TaskHandle } from "../../../runtime/handle";
import { tellNobody } from "../../../runtime/outbox";
import { Refusal } from "../../../runtime/refusal";
import { createShipment as ship } from "../purchase/create-shipment";
import type { fulfilment } from "../service";

/** For state machines, which go by what it returns or throws. */
export const createShipment: TaskHandle<typeof fulfilment, "createShipment", { readonly orderId: string }> = async (
  order,
  { tables },
) => {
  const shipped = await ship(tables, order, tellNobody);
  if (shipped.outcome === "refused") throw new Refusal("ShipmentRefused", shipped.reason);
  if (shipped.outcome === "unknown") throw new Refusal("ShipmentRefused", "nothing is set aside");
};
