import type { OperationHandle } from "../../../runtime/handle";
import { problem } from "../../../runtime/reply";
import type { Purchase } from "../purchase/purchase";
import type { orders } from "../service";

interface Parts {
  readonly path: { readonly orderId: string };
}

/** How far a purchase is. */
export const getPurchase: OperationHandle<typeof orders, "getPurchase", Parts> = async ({ path }, { tables }) => {
  const orderId = path.orderId.toLowerCase();
  const found = await tables.purchases.get<Purchase>({ Key: { orderId }, ConsistentRead: true });
  if (found === undefined) return problem(404, `There is no purchase ${orderId}`);
  const { status, reason } = found;
  return { status: 200, body: { orderId, status, ...(reason === undefined ? {} : { reason }) } };
};
