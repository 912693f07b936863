import type { OperationHandle } from "../../../runtime/handle";
import { problem } from "../../../runtime/reply";
import type { Receipt } from "../receipt";
import type { notifications } from "../service";

interface Parts {
  readonly path: { readonly orderId: string };
}

/** What was sent. Where to is left out: who knows an order's id need not know the customer's address. */
export const getReceipt: OperationHandle<typeof notifications, "getReceipt", Parts> = async (
  { path: { orderId } },
  { tables },
) => {
  const receipt = await tables.receipts.get<Receipt>({ Key: { orderId }, ConsistentRead: true });
  return receipt ? { status: 200, body: receipt } : problem(404, `There is no receipt for order ${orderId}`);
};
