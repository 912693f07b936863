import type { ConsumerHandle } from "../../../runtime/handle";
import { tellBy } from "../../../runtime/outbox";
import { takePayment } from "../purchase/take-payment";
import type { payments } from "../service";

/** An order was placed: it is paid, and fulfilment told what to set aside; or the orders service told why not. */
export const payForOrder: ConsumerHandle<typeof payments, "payForOrder"> = async ({ data }, { tables }) => {
  const { charges, provider, outbox } = tables;
  const tell = tellBy(outbox);
  await takePayment({ charges, provider }, data, (told) =>
    tell(told.event === "PaymentTaken.v1" ? { ...told, data } : told),
  );
};
