import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { payOnce } from "../service";

interface Parts {
  readonly path: { readonly account: string };
}

export const getAccount: OperationHandle<typeof payOnce, "getAccount", Parts> = async ({ path }, { tables }) => {
  const account = await tables.accounts.get({ Key: { account: path.account }, ConsistentRead: true });
  return account === undefined ? problem(404, "Nothing was taken from it") : { status: 200, body: account };
};
