import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { Happening } from "../happening";
import type { fanOut } from "../service";

export const keepOrder: ConsumerHandle<typeof fanOut, "keepOrder", Happening> = async ({ body }, { tables }) => {
  await tables.done.put({ Item: { part: "kept", ...body } });
};
