import {
  AccountNotFoundException,
  DescribeAccountCommand,
  ListParentsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import type { AccountStatus } from "../../declaration/schema/account";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import { isClosedState, isRestrictedState, stateOf } from "../../live/account-state";
import type { Caller } from "../../live/sts";

/** Where AWS has an account. */
export interface AccountPlace {
  readonly isClosed: boolean;
  /** Id of its organizational unit or of the root; undefined once AWS has forgotten the account. */
  readonly parentId: string | undefined;
}

/** An account on its way out. */
export interface LeavingAccount {
  readonly name: string;
  readonly accountId: string;
  /** What its file says now. */
  readonly declared: AccountStatus;
}

/**
 * @param caller credentials of `landfall-org` in the management account
 * @throws UserError when AWS restricted access to the account, or when the organisation has it no more though its file does not say that it
 * was closed: it may live on elsewhere
 */
export async function findAccount({ region, environment }: Caller, leaving: LeavingAccount): Promise<AccountPlace> {
  const { name, accountId, declared } = leaving;
  const organizations = new OrganizationsClient(clientSettings(region, environment));
  try {
    const { Account = {} } = await organizations.send(new DescribeAccountCommand({ AccountId: accountId }));
    const state = stateOf(Account);
    if (isRestrictedState(state)) throw restricted(leaving);
    const { Parents = [] } = await organizations.send(new ListParentsCommand({ ChildId: accountId }));
    return { isClosed: isClosedState(state), parentId: Parents[0]?.Id };
  } catch (error) {
    if (!(error instanceof AccountNotFoundException)) throw error;
    if (declared === "closed") return { isClosed: true, parentId: undefined };
    throw new UserError(
      `the organisation has no account ${accountId} (${name}): it was removed from it, or closed more than 90 days ago`,
      `Invite it back to retire it. Once it was closed, write \`status: closed\` into its file and run the same command again.`,
    );
  } finally {
    organizations.destroy();
  }
}

function restricted({ name, accountId }: LeavingAccount): UserError {
  return new UserError(
    `AWS has suspended the account ${accountId} (${name}): nothing in it can be retired`,
    "Contact AWS Support, which says why; run the same command again when the account is active.",
  );
}
