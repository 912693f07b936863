import { newestFirst } from "../../../runtime/records";
import type { Handle } from "../../../runtime/serve";
import type { Order } from "../order";

export const listOrders: Handle<{ readonly query: { readonly limit: number; readonly cursor?: string } }> = async ({
  query,
}) => {
  const page = await newestFirst<Order>("orders", query.limit, query.cursor);
  return { status: 200, body: { orders: page.records, nextCursor: page.next } };
};
