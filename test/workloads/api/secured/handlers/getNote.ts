import type { Caller, OperationHandle } from "../../../../../workloads/runtime";
import type { notes } from "../service";

interface Parts {
  readonly path: { readonly noteId: string };
  readonly caller: Caller<"token">;
}

export const getNote: OperationHandle<typeof notes, "getNote", Parts> = async ({ path, caller }) => ({
  status: 200,
  body: { noteId: path.noteId, owner: caller.subject, plan: caller.context["plan"] },
});
