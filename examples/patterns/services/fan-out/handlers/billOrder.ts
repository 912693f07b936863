import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { Happening } from "../happening";
import type { fanOut } from "../service";

export const billOrder: ConsumerHandle<typeof fanOut, "billOrder", Happening> = async ({ body }, { tables }) => {
  await tables.done.put({ Item: { part: "billed", ...body } });
};
