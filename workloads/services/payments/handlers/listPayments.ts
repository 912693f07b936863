import { newestFirst } from "../../../runtime/records";
import type { Handle } from "../../../runtime/serve";
import type { Payment } from "../payment";

export const listPayments: Handle<{ readonly query: { readonly limit: number; readonly cursor?: string } }> = async ({
  query,
}) => {
  const page = await newestFirst<Payment>("payments", query.limit, query.cursor);
  return { status: 200, body: { payments: page.records, nextCursor: page.next } };
};
