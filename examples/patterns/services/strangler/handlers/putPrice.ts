import type { OperationHandle } from "../../../../../workloads/runtime";
import { type Price, prices, writeLegacy, writeModern } from "../prices";
import type { strangler } from "../service";

interface Parts {
  readonly path: { readonly sku: string };
  readonly body: { readonly cents: number };
}

export const putPrice: OperationHandle<typeof strangler, "putPrice", Parts> = async ({ path, body }, { tables }) => {
  const price: Price = { ...path, ...body };
  await prices.write(tables, price.sku, {
    old: () => writeLegacy(tables.legacy, price),
    new: () => writeModern(tables.modern, price),
  });
  return { status: 200, body: price };
};
