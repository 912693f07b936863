import type { OperationHandle } from "../../../runtime/handle";
import { readRecord } from "../../../runtime/records";
import { problem } from "../../../runtime/reply";
import type { Order } from "../order";
import type { orders } from "../service";

interface Parts {
  readonly path: { readonly orderId: string };
}

export const getOrder: OperationHandle<typeof orders, "getOrder", Parts> = async ({ path }, { tables }) => {
  const order = await readRecord<Order>(tables.orders, path.orderId);
  return order ? { status: 200, body: order } : problem(404, `There is no order ${path.orderId}`);
};
