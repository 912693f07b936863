import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { Happening } from "../happening";
import type { fanOut } from "../service";

export const refundOrder: ConsumerHandle<typeof fanOut, "refundOrder", Happening> = async ({ body }, { tables }) => {
  await tables.done.put({ Item: { part: "refunded", ...body } });
};
