import type { TaskHandle } from "../../../runtime/handle";
import { cancelOrder as cancel } from "../purchase/cancel-order";
import type { orders } from "../service";

/** What a state machine caught. */
interface Failed {
  readonly orderId: string;
  readonly failure?: { readonly Error: string };
}

export const cancelOrder: TaskHandle<typeof orders, "cancelOrder", Failed> = ({ orderId, failure }, { tables }) =>
  cancel(tables.purchases, failure ? { orderId, reason: failure.Error } : { orderId });
