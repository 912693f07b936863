import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { Count } from "../counting";
import type { wordcount } from "../service";

interface Parts {
  readonly path: { readonly countId: string };
}

export const getCount: OperationHandle<typeof wordcount, "getCount", Parts> = async ({ path }, { tables }) => {
  const { countId } = path;
  const count = await tables.counts.get<Count>({ Key: { countId }, ConsistentRead: true });
  return count === undefined ? problem(404, `Of ${countId} there is no count yet`) : { status: 200, body: count };
};
