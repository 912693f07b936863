import { MetricUnit } from "@aws-lambda-powertools/metrics";
import type { ConsumerHandle } from "../../../runtime/handle";
import { keyOf } from "../../../runtime/records";
import { metrics } from "../../../runtime/telemetry";
import type { Confirmation } from "../order";
import type { orders } from "../service";

/** Confirms an order that is there; of one that is not, SQS delivers the message again, and parks it in the end. */
export const confirmOrder: ConsumerHandle<typeof orders, "confirmOrder", Confirmation> = async (
  { body },
  { tables },
) => {
  await tables.orders.update({
    Key: keyOf(body.orderId),
    UpdateExpression: "SET #status = :confirmed",
    ConditionExpression: "attribute_exists(id)",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":confirmed": "confirmed" },
  });
  metrics.addMetric("OrdersConfirmed", MetricUnit.Count, 1);
};
