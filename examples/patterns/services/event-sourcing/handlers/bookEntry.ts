import {
  changeAggregate,
  Contended,
  type OperationHandle,
  problem,
  Refusal,
  type Reply,
} from "../../../../../workloads/runtime";
import { account } from "../account";
import type { eventSourcing } from "../service";

interface Parts {
  readonly path: { readonly accountId: string };
  readonly body: { readonly entryId: string; readonly cents: number };
}

/** Books an entry against the balance as it is, whoever else books at the same time. */
export const bookEntry: OperationHandle<typeof eventSourcing, "bookEntry", Parts> = async (
  { path, body },
  { tables },
) => {
  const accountId = path.accountId.toLowerCase();
  const store = { events: tables.accountEvents, snapshots: tables.accountSnapshots };
  try {
    const { state, version } = await changeAggregate(account, store, accountId, ({ cents }) => {
      if (cents + body.cents < 0) throw new Refusal("TooLittle", `There are ${cents} cents`);
      return [{ type: "Booked", data: body }];
    });
    return { status: 200, body: { accountId, ...state, version } };
  } catch (error) {
    return refused(error);
  }
};

function refused(error: unknown): Reply {
  if (error instanceof Refusal) return problem(422, error.message);
  if (error instanceof Contended) return problem(409, "Others book all the time; nothing was booked, try again");
  throw error;
}
