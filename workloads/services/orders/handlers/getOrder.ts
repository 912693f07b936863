import { readRecord } from "../../../runtime/records";
import { problem } from "../../../runtime/reply";
import type { Handle } from "../../../runtime/serve";
import type { Order } from "../order";

export const getOrder: Handle<{ readonly path: { readonly orderId: string } }> = async ({ path }) => {
  const order = await readRecord<Order>("orders", path.orderId);
  return order ? { status: 200, body: order } : problem(404, `There is no order ${path.orderId}`);
};
