import { readModern } from "../../../../examples/patterns/services/strangler/prices";
import type { strangler } from "../../../../examples/patterns/services/strangler/service";
import { type OperationHandle, problem } from "../../../../workloads/runtime";

interface Parts {
  readonly path: { readonly sku: string };
}

/** The new implementation for everybody, at once. */
export const getPrice: OperationHandle<typeof strangler, "getPrice", Parts> = async ({ path: { sku } }, { tables }) => {
  const price = await readModern(tables.modern, sku);
  return price ? { status: 200, body: price } : problem(404, `There is no price of ${sku}`);
};
