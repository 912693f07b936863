import { AccountAlternateContact } from "@cdktf/provider-aws/lib/account-alternate-contact";
import { OrganizationsAccount } from "@cdktf/provider-aws/lib/organizations-account";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { contactKinds } from "./contacts";

/**
 * Closed accounts, and the contacts in them, leave the state and nothing else: AWS keeps a closed account for 90 days, lets nobody change it,
 * and Terraform could not remove it.
 */
export function forgetClosedAccounts(
  stack: TerraformStack,
  { closedAccounts }: Pick<LandingZone, "closedAccounts">,
): void {
  if (closedAccounts.length === 0) return;
  const addresses = closedAccounts.flatMap(({ name }) => [
    `${OrganizationsAccount.tfResourceType}.${name}`,
    ...contactKinds.map((kind) => `${AccountAlternateContact.tfResourceType}.${name}_${kind}`),
  ]);
  stack.addOverride(
    "removed",
    addresses.map((from) => ({ from, lifecycle: { destroy: false } })),
  );
}
