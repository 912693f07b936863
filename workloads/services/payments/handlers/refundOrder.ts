import type { ConsumerHandle } from "../../../runtime/handle";
import { tellBy } from "../../../runtime/outbox";
import { refundPayment } from "../purchase/refund-payment";
import type { payments } from "../service";

/** What was paid for cannot be delivered. */
export const refundOrder: ConsumerHandle<typeof payments, "refundOrder"> = async ({ data }, { tables }) => {
  const { charges, provider, outbox } = tables;
  await refundPayment({ charges, provider }, data, tellBy(outbox));
};
