import { type Caller, type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { secured } from "../service";

interface Parts {
  readonly path: { readonly entryId: string };
  readonly caller: Caller<"token">;
}

export const getEntry: OperationHandle<typeof secured, "getEntry", Parts> = async ({ path, caller }, { tables }) => {
  const entry = await tables.entries.get({ Key: { entryId: path.entryId }, ConsistentRead: true });
  if (entry === undefined) return problem(404, `There is no entry ${path.entryId}`);
  return { status: 200, body: { entryId: path.entryId, text: entry["text"], readBy: caller.subject } };
};
