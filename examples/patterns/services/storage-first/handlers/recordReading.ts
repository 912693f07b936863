import type { ConsumerHandle } from "../../../../../workloads/runtime";
import type { Reading } from "../reading";
import type { storedFirst } from "../service";

export const recordReading: ConsumerHandle<typeof storedFirst, "recordReading", Reading> = async (
  { body },
  { tables },
) => {
  await tables.readings.put({ Item: { ...body } });
};
