import type { Caller, OperationHandle } from "../../../../../workloads/runtime";
import type { secured } from "../service";

interface Parts {
  readonly path: { readonly entryId: string };
  readonly body: { readonly text: string };
  readonly caller: Caller<"jwt">;
}

export const putEntry: OperationHandle<typeof secured, "putEntry", Parts> = async (
  { path, body, caller },
  { tables },
) => {
  const entry = { entryId: path.entryId, text: body.text, by: caller.subject };
  await tables.entries.put({ Item: entry });
  return { status: 200, body: entry };
};
