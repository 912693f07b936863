import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { texts } from "../service";
import type { Count } from "../text";

export const keep: ConsumerHandle<typeof texts, "keep", Count> = async ({ body }, { tables }) => {
  await tables.counts.put({ Item: { ...body } });
};
