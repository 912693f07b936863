import type { TaskHandle } from "../../../runtime/handle";
import { releaseStock } from "../purchase/release-stock";
import type { fulfilment } from "../service";

/** For state machines. */
export const releaseInventory: TaskHandle<typeof fulfilment, "releaseInventory", { readonly orderId: string }> = (
  order,
  { tables },
) => releaseStock(tables, order);
