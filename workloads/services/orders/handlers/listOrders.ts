import type { OperationHandle } from "../../../runtime/handle";
import { newestFirst } from "../../../runtime/records";
import type { Order } from "../order";
import type { orders } from "../service";

interface Parts {
  readonly query: { readonly limit: number; readonly cursor?: string };
}

export const listOrders: OperationHandle<typeof orders, "listOrders", Parts> = async ({ query }, { tables }) => {
  const page = await newestFirst<Order>(tables.orders, query.limit, query.cursor);
  return { status: 200, body: { orders: page.records, nextCursor: page.next } };
};
