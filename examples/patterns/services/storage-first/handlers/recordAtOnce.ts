import type { OperationHandle } from "../../../../../workloads/runtime";
import type { Reading } from "../reading";
import type { storedFirst } from "../service";

interface Parts {
  readonly body: Reading;
}

/** What `recordReading` does, while the client waits. */
export const recordAtOnce: OperationHandle<typeof storedFirst, "recordAtOnce", Parts> = async (
  { body },
  { tables },
) => {
  await tables.readings.put({ Item: { ...body } });
  return { status: 204 };
};
