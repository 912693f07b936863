import { UserError } from "../../../declaration/user-error";
import { type Check, finding, ok, type Outcome } from "../check";

/** Whether AWS knows the caller, as somebody of the management account who is not its root user. */
export const credentials: Check = {
  id: "credentials",
  asksAws: false,
  look: async ({ zone, identity, organization }) => {
    const who = await identity().catch((error: unknown) => {
      if (error instanceof UserError) return error;
      throw error;
    });
    if (who instanceof UserError) return [finding(who.message, who.remedy)];
    const key = `account/${zone.foundation.management.name}` as const;
    const management = zone.ids.has(key) ? zone.ids.get(key) : await managementAccount(organization);
    const outcomes: Outcome[] = [];
    if (management !== undefined && management !== who.account) {
      outcomes.push(
        finding(
          `${who.arn} is of account ${who.account}; the management account is ${management}`,
          "Sign in to the management account: only it can make accounts and policies.",
        ),
      );
    }
    if (who.arn.endsWith(":root")) {
      outcomes.push(
        finding(
          `${who.arn} is a root user, which may assume no role (IAM User Guide, "Root user"), landfall-org included`,
          "Sign in as an administrator: an IAM Identity Center user, or a role.",
        ),
      );
    }
    return outcomes.length > 0 ? outcomes : [ok(who.arn)];
  },
};

async function managementAccount(
  organization: () => Promise<{ readonly managementAccountId: string } | undefined>,
): Promise<string | undefined> {
  try {
    return (await organization())?.managementAccountId;
  } catch {
    // The organization check tells why it cannot be read.
    return undefined;
  }
}
