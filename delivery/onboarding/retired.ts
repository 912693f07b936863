import type { LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";

/** @throws UserError when the account is suspended or closed: nothing of it is changed any more */
export function refuseRetired(zone: LandingZone, name: string): void {
  if (zone.closedAccounts.some((account) => account.name === name)) {
    throw new UserError(
      `the account ${name} is closed; its file remembers that its name and email are taken`,
      "Choose another name: AWS gives the email of a closed account to no other.",
    );
  }
  if (zone.accounts.some((account) => account.name === name && account.status === "suspended")) {
    throw new UserError(
      `the account ${name} is suspended`,
      "Take `status: suspended` out of its file first, and `landfall deploy` brings it back.",
    );
  }
}
