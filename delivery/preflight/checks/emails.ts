import { liveAccountOf } from "../../status/match";
import { type Check, finding, ok } from "../check";

/** An account that is to be made must have an email no account of AWS has. Those outside the organisation cannot be seen from here. */
export const emails: Check = {
  id: "emails",
  asksAws: true,
  look: async (context) => {
    const { zone } = context;
    const live = await context.live();
    const imported = zone.imports["org"] ?? {};
    const toBeMade = zone.accounts.filter(
      (account) =>
        account !== zone.foundation.management &&
        !zone.ids.has(`account/${account.name}`) &&
        !(`aws_organizations_account.${account.name}` in imported),
    );
    const taken = toBeMade.flatMap((account) => {
      const holder = liveAccountOf({ zone, live }, account);
      if (holder === undefined) return [];
      const detail = `${account.email} of ${account.name} is the email of account ${holder.id} (${holder.name}, ${holder.status})`;
      return [
        holder.status === "ACTIVE"
          ? finding(
              detail,
              "If it is that account, `landfall adopt` takes it in; else give the account's file another `email`.",
            )
          : finding(detail, "A closed account keeps its email: give the account's file another `email`."),
      ];
    });
    return taken.length > 0
      ? taken
      : [ok(`${toBeMade.length} to be made; whether an account outside the organization has one, only AWS knows`)];
  },
};
