import type { OperationHandle } from "../../../runtime/handle";
import { newestFirst } from "../../../runtime/records";
import type { Payment } from "../payment";
import type { payments } from "../service";

interface Parts {
  readonly query: { readonly limit: number; readonly cursor?: string };
}

export const listPayments: OperationHandle<typeof payments, "listPayments", Parts> = async ({ query }, { tables }) => {
  const page = await newestFirst<Payment>(tables.payments, query.limit, query.cursor);
  return { status: 200, body: { payments: page.records, nextCursor: page.next } };
};
