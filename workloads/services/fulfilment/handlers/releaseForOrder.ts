import type { ConsumerHandle } from "../../../runtime/handle";
import { releaseStock } from "../purchase/release-stock";
import type { fulfilment } from "../service";

/** What is set aside cannot be shipped: it can be sold again. */
export const releaseForOrder: ConsumerHandle<typeof fulfilment, "releaseForOrder"> = ({ data }, { tables }) =>
  releaseStock(tables, data);
