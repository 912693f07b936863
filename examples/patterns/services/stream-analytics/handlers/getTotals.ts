import { type OperationHandle, totalsOf, windowOf } from "../../../../../workloads/runtime";
import type { streamAnalytics } from "../service";
import { windowSeconds } from "../vote";

interface Parts {
  readonly query: { readonly at: string };
}

export const getTotals: OperationHandle<typeof streamAnalytics, "getTotals", Parts> = async (
  { query: { at } },
  { tables },
) => {
  const window = windowOf(Date.parse(at), windowSeconds);
  return { status: 200, body: { window, totals: await totalsOf(tables.counts, window) } };
};
