import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import type { OrdersOrderPurchasedV1 } from "../../../../events/types";
import { transact } from "../../../runtime/access/transact";
import type { ConsumerHandle } from "../../../runtime/handle";
import { failedConditions, ifAbsent } from "../../../runtime/optimistic";
import { tellBy } from "../../../runtime/outbox";
import { keyOf } from "../../../runtime/records";
import { logger, metrics } from "../../../runtime/telemetry";
import type { Order } from "../order";
import { type Purchase, readPaymentEvent } from "../provider/payment-event";
import { isSigned, signatureHeader } from "../provider/signature";
import type { orders } from "../service";

type Handle = ConsumerHandle<typeof orders, "recordPayment">;
type Access = Parameters<Handle>[1];

/**
 * Takes what the payment provider told: as often as it tells it, and in any order. What it did not sign, or cannot be read, is parked with the
 * reason, for trying again would change nothing.
 */
export const recordPayment: Handle = async (message, access) => {
  const { queues, secrets } = access;
  const park = async (reason: string): Promise<void> => {
    await queues.paymentEvents.park(message, reason);
    logger.warn("parked", { reason });
    metrics.addMetric("PaymentEventsParked", MetricUnit.Count, 1);
  };
  const { body, attributes } = message;
  if (!isSigned(body, attributes[signatureHeader], await secrets.paymentProvider.read()))
    return park("the payment provider did not sign it");
  const event = readPaymentEvent(body);
  if ("malformed" in event) return park(event.malformed);
  if (event.type === "payment.captured") await purchase(event.purchase, event.occurredAt, access);
  else await refund(event.orderId, access);
};

/** Order and event are stored together or not at all. An order that is there, refunded or not, stays as it is. */
async function purchase({ email, ...bought }: Purchase, purchasedAt: string, { tables }: Access): Promise<void> {
  const order: Order = { ...bought, status: "purchased", createdAt: purchasedAt };
  const told: OrdersOrderPurchasedV1 = { ...bought, purchasedAt, ...(email === undefined ? {} : { email }) };
  try {
    await transact([
      tables.orders.putting({
        Item: { ...order, ...keyOf(order.orderId) },
        ...ifAbsent("id"),
      }),
      ...tellBy(tables.outbox)({ event: "OrderPurchased.v1", data: told, id: `purchased-${told.orderId}` }),
    ]);
    metrics.addMetric("OrdersPurchased", MetricUnit.Count, 1);
  } catch (error) {
    if (!failedConditions(error).includes(0)) throw error;
  }
}

/** A refund that comes before what it refunds fails, and is delivered again: by then the order is there. */
async function refund(orderId: string, { tables }: Access): Promise<void> {
  try {
    await tables.orders.update({
      Key: keyOf(orderId),
      UpdateExpression: "SET #status = :refunded",
      ConditionExpression: "attribute_exists(id)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":refunded": "refunded" },
    });
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new Error(`the order ${orderId} is not there yet`);
    throw error;
  }
}
