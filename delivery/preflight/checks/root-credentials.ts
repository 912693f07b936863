import { GetAccountSummaryCommand, IAMClient } from "@aws-sdk/client-iam";
import { UserError } from "../../../declaration/user-error";
import { clientSettings } from "../../../live/aws-client";
import { each } from "../../each";
import { byHand, type Check, finding, ok, type Outcome, type PreflightContext } from "../check";
import { memberCaller } from "../member-caller";
import type { UndeployedAccount } from "../undeployed";

const accountsAtOnce = 8;

/** Members of GetAccountSummary (IAM API reference) that tell of credentials of a root user. */
const credentials: Readonly<Record<string, string>> = {
  AccountPasswordPresent: "a password",
  AccountAccessKeysPresent: "access keys",
  AccountSigningCertificatesPresent: "signing certificates",
};

/**
 * New members have no root credentials once they are managed centrally; those that members have already no Terraform removes (IAM User Guide, "Perform a
 * privileged task on an AWS Organizations member account").
 */
export const rootCredentials: Check = {
  id: "root-credentials",
  asksAws: true,
  look: async (context) => {
    const { rootAccess } = context.zone.organization;
    if (!rootAccess?.credentials)
      return [ok("organization.rootAccess is not declared: root users are their accounts' own")];
    const accounts = await context.undeployed();
    if (accounts.length === 0)
      return [
        byHand(
          "members that Landfall did not create may have root credentials",
          "In the IAM console of the management account: Root access management, choose each account with credentials, Delete root user credentials.",
        ),
      ];
    const found = (await each(accounts, accountsAtOnce, (member) => lookAt(context, member))).flat();
    return found.length > 0
      ? found
      : [ok(`none of ${accounts.length} accounts without a baseline has root credentials`)];
  },
};

async function lookAt(context: PreflightContext, member: UndeployedAccount): Promise<readonly Outcome[]> {
  const caller = await memberCaller(context, member).catch((error: unknown) => {
    // account-access tells of it.
    if (error instanceof UserError) return undefined;
    throw error;
  });
  if (!caller) return [];
  const client = new IAMClient(clientSettings(caller.region, caller.environment));
  try {
    const { SummaryMap = {} } = await client.send(new GetAccountSummaryCommand({}));
    const summary: Readonly<Record<string, number | undefined>> = SummaryMap;
    const there = Object.entries(credentials).flatMap(([key, what]) => ((summary[key] ?? 0) > 0 ? [what] : []));
    if (there.length === 0) return [];
    return [
      finding(
        `the root user of ${member.account.name} has ${there.join(", ")}`,
        "After `landfall deploy org`: IAM console of the management account, Root access management, Delete root user credentials.",
      ),
    ];
  } finally {
    client.destroy();
  }
}
