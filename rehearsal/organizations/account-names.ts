import type { AwsResponse, CallHandler } from "../gateway/call";
import { organizationsCall } from "../gateway/internal-call";
import { succeed } from "./refuse";

interface NamedAccount {
  readonly Id: string;
  readonly Name: string;
  readonly Status?: string;
}

/** Reads of Organizations that show accounts' names. */
const shows: readonly string[] = ["DescribeAccount", "ListAccounts", "ListAccountsForParent"];

/**
 * Account Management's names of accounts, which Organizations shows (Account Management API Reference, PutAccountName). moto 5.2.5
 * knows no such call, so what was put is remembered here and set into what moto answers. Nor does it tell `State` from the older `Status`,
 * which says SUSPENDED of a closed account (Organizations User Guide, "Monitor the state of your AWS accounts").
 */
export function accountNames(): CallHandler {
  const names = new Map<string, string>();
  return async (call, forward) => {
    const { service, operation = "" } = call;
    if (service === "organizations" && shows.includes(operation)) return renamed(await forward(call), names);
    if (service !== "account" || !["PutAccountName", "GetAccountInformation"].includes(operation)) return undefined;
    const input = JSON.parse(call.body.toString() || "{}") as { AccountId?: string; AccountName?: string };
    const { AccountId = call.account, AccountName = "" } = input;
    if (operation === "PutAccountName") {
      names.set(AccountId, AccountName);
      return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from("{}") };
    }
    const asked = await forward(organizationsCall(call.account, "DescribeAccount", { AccountId }));
    const { Account } = JSON.parse(asked.body.toString()) as { Account?: NamedAccount };
    return succeed({ AccountId, AccountName: names.get(AccountId) ?? Account?.Name ?? "" });
  };
}

function renamed(answer: AwsResponse, names: ReadonlyMap<string, string>): AwsResponse {
  if (answer.status !== 200) return answer;
  const body = JSON.parse(answer.body.toString()) as { Account?: NamedAccount; Accounts?: readonly NamedAccount[] };
  const named = (account: NamedAccount): NamedAccount & { readonly State: string | undefined } => ({
    ...account,
    Name: names.get(account.Id) ?? account.Name,
    State: account.Status === "SUSPENDED" ? "CLOSED" : account.Status,
  });
  const { Account, Accounts } = body;
  const shown = {
    ...body,
    ...(Account && { Account: named(Account) }),
    ...(Accounts && { Accounts: Accounts.map(named) }),
  };
  return { ...answer, body: Buffer.from(JSON.stringify(shown)) };
}
