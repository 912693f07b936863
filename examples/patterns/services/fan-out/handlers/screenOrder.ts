import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { Happening } from "../happening";
import type { fanOut } from "../service";

export const screenOrder: ConsumerHandle<typeof fanOut, "screenOrder", Happening> = async ({ body }, { tables }) => {
  await tables.done.put({ Item: { part: "screened", ...body } });
};
