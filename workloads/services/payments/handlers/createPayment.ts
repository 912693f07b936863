import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { createRecord } from "../../../runtime/create-record";
import { created } from "../../../runtime/created";
import type { OperationHandle } from "../../../runtime/handle";
import { metrics } from "../../../runtime/telemetry";
import { timeOrderedId } from "../../../runtime/time-ordered-id";
import { type NewPayment, authorise } from "../payment";
import type { payments } from "../service";

interface Parts {
  readonly body: NewPayment;
  readonly header: { readonly "idempotency-key"?: string };
}

export const createPayment: OperationHandle<typeof payments, "createPayment", Parts> = async (
  { body, header },
  { tables },
) => {
  const now = Date.now();
  const id = timeOrderedId(now);
  const key = header["idempotency-key"];
  const idempotency = key === undefined ? undefined : { key, body };
  const creation = await createRecord(tables.payments, id, authorise(body, id, now), idempotency);
  if (creation.outcome === "created") metrics.addMetric("PaymentsAuthorised", MetricUnit.Count, 1);
  return created(creation, ({ paymentId }) => `/payments/${paymentId}`);
};
