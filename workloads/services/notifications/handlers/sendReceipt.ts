import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { SESv2ServiceException } from "@aws-sdk/client-sesv2";
import type { ConsumerHandle } from "../../../runtime/handle";
import { logger, metrics } from "../../../runtime/telemetry";
import { type Receipt, renderReceipt } from "../receipt";
import type { notifications } from "../service";

/**
 * Sends the receipt of an order, once an order, whichever event tells of it and however often.
 *
 * What SES cannot do: it has no token by which it would know a repeated SendEmail, and cannot be asked what became of one without the id that it
 * answered with. A function that is killed between SES' yes and the note of it, here or on the way, leaves a receipt that is `sending`: the mail
 * went, or it did not. It is sent again, for a customer with the same receipt twice is better off than one with none; the note is made before SES is
 * asked, so that this is seen (`ReceiptsPerhapsTwice`, `attempts`). In all other cases, repeated events, two at once, a refusal by SES, it goes once.
 */
export const sendReceipt: ConsumerHandle<typeof notifications, "sendReceipt"> = async ({ data }, { tables, email }) => {
  const { orderId, customerId, email: to } = data;
  const known = await tables.receipts.get<Receipt>({ Key: { orderId }, ConsistentRead: true });
  if (known?.status === "sent" || known?.status === "noAddress") return;
  const { subject, text, html } = renderReceipt(data);

  /** Writes what is known now, if nobody else has since. */
  const note = (attempts: number, now: number, more: Partial<Receipt>): Promise<unknown> => {
    const said = Object.entries({ customerId, subject, text, attempts: now, ...more });
    return tables.receipts.update({
      Key: { orderId },
      UpdateExpression: `SET ${said.map(([name]) => `#${name} = :${name}`).join(", ")}`,
      ConditionExpression:
        attempts === 0 ? "attribute_not_exists(orderId)" : "#attempts = :before AND #status <> :done",
      ExpressionAttributeNames: Object.fromEntries(said.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: {
        ...Object.fromEntries(said.map(([name, value]) => [`:${name}`, value])),
        ...(attempts === 0 ? {} : { ":before": attempts, ":done": "sent" }),
      },
    });
  };

  const before = known?.attempts ?? 0;
  if (to === undefined) {
    await note(before, before, { status: "noAddress" });
    metrics.addMetric("ReceiptsWithoutAddress", MetricUnit.Count, 1);
    return;
  }
  if (known?.status === "sending") {
    logger.warn("the receipt may have been sent before", { orderId, attempts: before });
    metrics.addMetric("ReceiptsPerhapsTwice", MetricUnit.Count, 1);
  }
  const attempts = before + 1;
  await note(before, attempts, { status: "sending" });
  try {
    const { messageId } = await email.send({ to, subject, text, html });
    await note(attempts, attempts, { status: "sent", messageId, sentAt: new Date().toISOString() });
    metrics.addMetric("ReceiptsSent", MetricUnit.Count, 1);
  } catch (error) {
    if (isRefusal(error)) await note(attempts, attempts, { status: "refused" });
    throw error;
  }
};

/** SES answered, and did not take it. What has no answer, or one of a server that failed, may have been taken. */
function isRefusal(error: unknown): boolean {
  return error instanceof SESv2ServiceException && error.$fault === "client";
}
