import type { FindRole } from "./roles";

/** Whether an account of the organisation is closed. */
export type IsClosed = (account: string) => Promise<boolean>;

/** @param ask calls Organizations as the management account and returns the answer's JSON */
export function closedAccounts(ask: (operation: string, input: object) => Promise<string>): IsClosed {
  return async (account) => {
    const answer = JSON.parse(await ask("DescribeAccount", { AccountId: account })) as {
      Account?: { Status?: string };
    };
    return ["SUSPENDED", "PENDING_CLOSURE"].includes(answer.Account?.Status ?? "");
  };
}

/** Nobody enters a closed account: its roles are as if they were not there (AWS Billing User Guide, "Close your account"). */
export function outsideClosedAccounts(findRole: FindRole, isClosed: IsClosed): FindRole {
  return async (account, roleName) => {
    const role = await findRole(account, roleName);
    return role && (await isClosed(account)) ? undefined : role;
  };
}
