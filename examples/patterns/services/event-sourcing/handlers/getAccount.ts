import { loadAggregate, type OperationHandle, problem, replayAggregate } from "../../../../../workloads/runtime";
import { account } from "../account";
import type { eventSourcing } from "../service";

interface Parts {
  readonly path: { readonly accountId: string };
  readonly query: { readonly by: "snapshot" | "replay" };
}

export const getAccount: OperationHandle<typeof eventSourcing, "getAccount", Parts> = async (
  { path, query },
  { tables },
) => {
  const accountId = path.accountId.toLowerCase();
  const store = { events: tables.accountEvents, snapshots: tables.accountSnapshots };
  const { state, version } =
    query.by === "replay"
      ? await replayAggregate(account, tables.accountEvents, accountId)
      : await loadAggregate(account, store, accountId);
  if (version === 0) return problem(404, `There is no account ${accountId}`);
  return { status: 200, body: { accountId, ...state, version } };
};
