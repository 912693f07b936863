import type { OperationHandle } from "../../../runtime/handle";
import type { fulfilment } from "../service";
import type { Stock } from "../shipment";

interface Parts {
  readonly path: { readonly sku: string };
  readonly body: { readonly available: number };
}

/** What a count found: it takes the place of what was known. */
export const countStock: OperationHandle<typeof fulfilment, "countStock", Parts> = async (
  { path, body },
  { tables },
) => {
  const stock: Stock = { sku: path.sku, available: body.available };
  await tables.stock.put({ Item: { ...stock } });
  return { status: 200, body: stock };
};
