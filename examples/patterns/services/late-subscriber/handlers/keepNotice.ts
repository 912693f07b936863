import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { lateSubscriber } from "../service";

export const keepNotice: ConsumerHandle<typeof lateSubscriber, "keepNotice"> = async ({ data }, { tables }) => {
  await tables.notices.put({ Item: { ...data } });
};
