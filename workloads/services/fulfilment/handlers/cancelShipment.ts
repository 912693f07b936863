import type { TaskHandle } from "../../../runtime/handle";
import { cancelShipment as cancel } from "../purchase/cancel-shipment";
import type { fulfilment } from "../service";

/** For state machines. */
export const cancelShipment: TaskHandle<typeof fulfilment, "cancelShipment", { readonly orderId: string }> = (
  order,
  { tables },
) => cancel(tables, order);
