import { accountCreationRole } from "../../../declaration/names";
import { UserError } from "../../../declaration/user-error";
import { each } from "../../each";
import { type Check, finding, ok, type Outcome } from "../check";
import { memberCaller } from "../member-caller";

const accountsAtOnce = 8;

/** Accounts that Landfall makes are born with the role that deploys there; those that were there before need it made. */
export const accountAccess: Check = {
  id: "account-access",
  asksAws: true,
  look: async (context) => {
    const accounts = await context.undeployed();
    const found = await each(accounts, accountsAtOnce, async (member): Promise<readonly Outcome[]> => {
      try {
        await memberCaller(context, member);
        return [];
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        const { management } = context.zone.foundation;
        return [
          finding(
            `${member.account.name} (${member.id}): ${error.message}`,
            `Make the role ${accountCreationRole} there, with AdministratorAccess, trusting the account ${management.name}: ` +
              "by OrganizationAccountAccessRole, or as its administrator.",
          ),
        ];
      }
    });
    const closed = found.flat();
    return closed.length > 0 ? closed : [ok(`${accounts.length} accounts without a baseline, each may be entered`)];
  },
};
