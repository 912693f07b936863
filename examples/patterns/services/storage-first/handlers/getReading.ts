import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { storedFirst } from "../service";

interface Parts {
  readonly path: { readonly readingId: string };
}

export const getReading: OperationHandle<typeof storedFirst, "getReading", Parts> = async ({ path }, { tables }) => {
  const reading = await tables.readings.get({ Key: { readingId: path.readingId }, ConsistentRead: true });
  return reading === undefined ? problem(404, "There is no such reading") : { status: 200, body: reading };
};
