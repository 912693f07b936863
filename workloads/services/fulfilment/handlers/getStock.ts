import type { OperationHandle } from "../../../runtime/handle";
import { problem } from "../../../runtime/reply";
import type { fulfilment } from "../service";
import type { Stock } from "../shipment";

interface Parts {
  readonly path: { readonly sku: string };
}

export const getStock: OperationHandle<typeof fulfilment, "getStock", Parts> = async ({ path }, { tables }) => {
  const stock = await tables.stock.get<Stock>({ Key: { sku: path.sku }, ConsistentRead: true });
  return stock ? { status: 200, body: stock } : problem(404, `There is no article ${path.sku}`);
};
