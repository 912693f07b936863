import type { TaskHandle } from "../../../runtime/handle";
import { tellNobody } from "../../../runtime/outbox";
import { refundPayment as refund } from "../purchase/refund-payment";
import type { payments } from "../service";

/** For state machines. */
export const refundPayment: TaskHandle<typeof payments, "refundPayment", { readonly orderId: string }> = (
  { orderId },
  { tables },
) => refund(tables, { orderId }, tellNobody);
