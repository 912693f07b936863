import { paginateListAccounts } from "@aws-sdk/client-organizations";
import type { Caller } from "./sts";
import { stateOf } from "./account-state";
import type { LiveAccount } from "./live-organization";
import { organizationsClient } from "./organizations-client";

/** An account as AWS has it, without its place in the tree. */
export type ListedAccount = Pick<LiveAccount, "id" | "name" | "email" | "status">;

/** Every account of the organisation, 20 a call: far fewer calls than walking the tree. */
export async function listAccounts(caller: Caller): Promise<readonly ListedAccount[]> {
  const client = organizationsClient(caller);
  const listed: ListedAccount[] = [];
  try {
    for await (const { Accounts = [] } of paginateListAccounts({ client }, {})) {
      listed.push(
        ...Accounts.map((account) => ({
          id: account.Id ?? "",
          name: account.Name ?? "",
          email: account.Email ?? "",
          status: stateOf(account),
        })),
      );
    }
    return listed;
  } finally {
    client.destroy();
  }
}
