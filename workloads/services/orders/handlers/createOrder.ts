import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { createRecord } from "../../../runtime/create-record";
import { created } from "../../../runtime/created";
import type { OperationHandle } from "../../../runtime/handle";
import { metrics } from "../../../runtime/telemetry";
import { timeOrderedId } from "../../../runtime/time-ordered-id";
import { type NewOrder, placeOrder } from "../order";
import type { orders } from "../service";

interface Parts {
  readonly body: NewOrder;
  readonly header: { readonly "idempotency-key"?: string };
}

export const createOrder: OperationHandle<typeof orders, "createOrder", Parts> = async (
  { body, header },
  { tables },
) => {
  const now = Date.now();
  const id = timeOrderedId(now);
  const key = header["idempotency-key"];
  const idempotency = key === undefined ? undefined : { key, body };
  const creation = await createRecord(tables.orders, id, placeOrder(body, id, now), idempotency);
  if (creation.outcome === "created") metrics.addMetric("OrdersPlaced", MetricUnit.Count, 1);
  return created(creation, ({ orderId }) => `/orders/${orderId}`);
};
