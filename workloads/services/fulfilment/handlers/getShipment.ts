import type { OperationHandle } from "../../../runtime/handle";
import { problem } from "../../../runtime/reply";
import type { fulfilment } from "../service";
import type { Shipment } from "../shipment";

interface Parts {
  readonly path: { readonly orderId: string };
}

export const getShipment: OperationHandle<typeof fulfilment, "getShipment", Parts> = async ({ path }, { tables }) => {
  const orderId = path.orderId.toLowerCase();
  const shipment = await tables.shipments.get<Shipment>({ Key: { orderId }, ConsistentRead: true });
  return shipment ? { status: 200, body: shipment } : problem(404, `Nothing was shipped for the order ${orderId}`);
};
