import type { OperationHandle } from "../../../runtime/handle";
import { tellBy } from "../../../runtime/outbox";
import { openOrder } from "../purchase/open-order";
import type { NewPurchase } from "../purchase/purchase";
import type { orders } from "../service";

interface Parts {
  readonly path: { readonly orderId: string };
  readonly body: Omit<NewPurchase, "orderId"> & { readonly coordination: "stateMachine" | "events" };
}

/**
 * Begins a purchase, once an id. A state machine conducts it, or each service does its part when it hears of what another did: what the parts are is the same.
 */
export const putPurchase: OperationHandle<typeof orders, "putPurchase", Parts> = async (
  { path, body },
  { tables, stateMachines },
) => {
  const { coordination, ...order } = body;
  const purchase: NewPurchase = { orderId: path.orderId.toLowerCase(), ...order };
  if (coordination === "stateMachine") await stateMachines.purchase.start(purchase.orderId, { ...purchase });
  else await openOrder(tables.purchases, purchase, tellBy(tables.purchaseOutbox));
  return { status: 202 };
};
