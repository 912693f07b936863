import type { Projection } from "../../../../workloads/runtime";

export interface Order {
  readonly orderId: string;
  readonly customerId: string;
  readonly status: "open" | "shipped" | "withdrawn";
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  /** Of all writes of this order. */
  readonly version: number;
}

/** An order is read by its customer, and by each of its articles. */
export const views: Projection<Order, "ordersByCustomer" | "ordersByArticle"> = {
  version: ({ version }) => version,
  models: {
    ordersByCustomer: {
      key: ["customerId", "orderId"],
      rows: ({ orderId, customerId, status, lines, version }) => {
        const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
        return status === "withdrawn" ? [] : [{ customerId, orderId, status, pieces, version }];
      },
    },
    ordersByArticle: {
      key: ["sku", "orderId"],
      rows: ({ orderId, status, lines }) =>
        status === "withdrawn" ? [] : [...quantities(lines)].map(([sku, quantity]) => ({ sku, orderId, quantity })),
    },
  },
};

/** An article may be on several lines. */
function quantities(lines: Order["lines"]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { sku, quantity } of lines) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return sums;
}
