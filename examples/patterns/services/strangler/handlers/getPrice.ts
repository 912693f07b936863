import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import { prices, readLegacy, readModern } from "../prices";
import type { strangler } from "../service";

interface Parts {
  readonly path: { readonly sku: string };
}

export const getPrice: OperationHandle<typeof strangler, "getPrice", Parts> = async ({ path: { sku } }, { tables }) => {
  const price = await prices.read(tables, sku, {
    old: () => readLegacy(tables.legacy, sku),
    new: () => readModern(tables.modern, sku),
  });
  return price ? { status: 200, body: price } : problem(404, `There is no price of ${sku}`);
};
