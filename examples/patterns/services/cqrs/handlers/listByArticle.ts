import { type OperationHandle, rowsOf } from "../../../../../workloads/runtime";
import type { cqrs } from "../service";

interface Parts {
  readonly path: { readonly sku: string };
}

export const listByArticle: OperationHandle<typeof cqrs, "listByArticle", Parts> = async ({ path }, { tables }) => {
  const { Items } = await tables.ordersByArticle.query({
    KeyConditionExpression: "sku = :sku",
    ExpressionAttributeValues: { ":sku": path.sku },
  });
  const orders = rowsOf<Record<string, unknown>>(Items).map(({ sku: _, ...row }) => row);
  return { status: 200, body: { orders } };
};
