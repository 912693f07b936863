import {
  AccountAlreadyClosedException,
  CloseAccountCommand,
  ConstraintViolationException,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import type { Caller } from "../../live/sts";

/** What a person should know before an account is closed. Source: Organizations API Reference, CloseAccount, notes. */
export const closingNotes: readonly string[] = [
  "AWS closes the account at once and deletes what is left in it after 90 days; until then AWS Support can reopen it, afterwards nobody can.",
  "Its root email can never be used for another account. A bill for what it used may still come.",
  "AWS closes 10 % of an organisation's members, between 10 and 1,000, within any 30 days.",
];

const remedies: Readonly<Record<string, string>> = {
  CLOSE_ACCOUNT_QUOTA_EXCEEDED:
    "Run the same command again when the 30 days since the earlier closures are over; the account stays suspended until then.",
  CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED:
    "Other accounts are being closed: run the same command again in a few minutes.",
};

/**
 * Closes a member account; one that is closed already stays so.
 * @param caller credentials of `landfall-org` in the management account
 * @throws UserError when AWS's quota for closing is used up
 */
export async function closeAccount({ region, environment }: Caller, accountId: string): Promise<void> {
  const organizations = new OrganizationsClient(clientSettings(region, environment));
  try {
    await organizations.send(new CloseAccountCommand({ AccountId: accountId }));
  } catch (error) {
    if (error instanceof AccountAlreadyClosedException) return;
    const remedy = error instanceof ConstraintViolationException ? remedies[error.Reason ?? ""] : undefined;
    if (error instanceof ConstraintViolationException && remedy !== undefined) {
      throw new UserError(`AWS does not close the account ${accountId} now: ${error.message}`, remedy);
    }
    throw error;
  } finally {
    organizations.destroy();
  }
}
