import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { texts } from "../service";
import type { Count } from "../text";

interface Parts {
  readonly path: { readonly textId: string };
}

export const getCount: OperationHandle<typeof texts, "getCount", Parts> = async ({ path: { textId } }, { tables }) => {
  const found = await tables.counts.get<Count>({ Key: { textId }, ConsistentRead: true });
  if (found === undefined) return problem(404, `Of the text ${textId} there is no count yet`);
  const { total, words } = found;
  return { status: 200, body: { textId, total, words } };
};
