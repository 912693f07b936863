import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { createRecord } from "../../../runtime/create-record";
import { created } from "../../../runtime/created";
import type { Handle } from "../../../runtime/serve";
import { metrics } from "../../../runtime/telemetry";
import { timeOrderedId } from "../../../runtime/time-ordered-id";
import { type NewOrder, placeOrder } from "../order";

interface Parts {
  readonly body: NewOrder;
  readonly header: { readonly "idempotency-key"?: string };
}

export const createOrder: Handle<Parts> = async ({ body, header }) => {
  const now = Date.now();
  const id = timeOrderedId(now);
  const key = header["idempotency-key"];
  const creation = await createRecord(
    "orders",
    id,
    placeOrder(body, id, now),
    key === undefined ? undefined : { key, body },
  );
  if (creation.outcome === "created") metrics.addMetric("OrdersPlaced", MetricUnit.Count, 1);
  return created(creation, ({ orderId }) => `/orders/${orderId}`);
};
