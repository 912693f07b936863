import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { Quote } from "../quote";
import type { quotes } from "../service";

interface Parts {
  readonly path: { readonly quoteId: string };
}

export const getQuote: OperationHandle<typeof quotes, "getQuote", Parts> = async (
  { path: { quoteId } },
  { tables },
) => {
  const quote = await tables.quotes.get<Quote>({ Key: { quoteId }, ConsistentRead: true });
  if (quote === undefined) return problem(404, `Of ${quoteId} there is no quote yet`);
  return { status: 200, body: quote };
};
