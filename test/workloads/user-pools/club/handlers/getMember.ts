import type { Caller, OperationHandle } from "../../../../../workloads/runtime";
import type { club } from "../service";

interface Parts {
  readonly path: { readonly memberId: string };
  readonly caller: Caller<"jwt">;
}

export const getMember: OperationHandle<typeof club, "getMember", Parts> = async ({ path, caller }) => ({
  status: 200,
  body: { memberId: path.memberId, asked: caller.subject },
});
