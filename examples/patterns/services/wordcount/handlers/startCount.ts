import { type OperationHandle, timeOrderedId } from "../../../../../workloads/runtime";
import type { Counting } from "../counting";
import type { wordcount } from "../service";

interface Parts {
  readonly body: Omit<Counting, "countId">;
}

export const startCount: OperationHandle<typeof wordcount, "startCount", Parts> = async (
  { body },
  { stateMachines },
) => {
  const countId = timeOrderedId(Date.now());
  await stateMachines.count.start(countId, { countId, ...body });
  return { status: 202, headers: { location: `/counts/${countId}` }, body: { countId } };
};
