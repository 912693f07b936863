import { DetectiveOrganizationAdminAccount } from "@cdktf/provider-aws/lib/detective-organization-admin-account";
import { GuarddutyOrganizationAdminAccount } from "@cdktf/provider-aws/lib/guardduty-organization-admin-account";
import { Inspector2DelegatedAdminAccount } from "@cdktf/provider-aws/lib/inspector2-delegated-admin-account";
import { Macie2Account } from "@cdktf/provider-aws/lib/macie2-account";
import { Macie2OrganizationAdminAccount } from "@cdktf/provider-aws/lib/macie2-organization-admin-account";
import type { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { OrganizationsDelegatedAdministrator } from "@cdktf/provider-aws/lib/organizations-delegated-administrator";
import { SecurityhubOrganizationAdminAccount } from "@cdktf/provider-aws/lib/securityhub-organization-admin-account";
import { VpcIpamOrganizationAdminAccount } from "@cdktf/provider-aws/lib/vpc-ipam-organization-admin-account";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { delegationAddress } from "../declaration/terraform-addresses";
import { delegationsOf } from "../declaration/trusted-services";
import { resource } from "../stack/resource";
import type { AccountIds } from "./accounts";

type Delegate = (stack: TerraformStack, role: string, account: string, organization: OrganizationsOrganization) => void;

/** Services that delegate by a call of their own, which registers the account with Organizations as well: registering it here too would be refused. */
const ownCalls: Readonly<Record<string, Delegate>> = {
  "detective.amazonaws.com": (stack, role, accountId, organization) =>
    void resource(stack, DetectiveOrganizationAdminAccount, role, { accountId, dependsOn: [organization] }),
  "guardduty.amazonaws.com": (stack, role, adminAccountId, organization) =>
    void resource(stack, GuarddutyOrganizationAdminAccount, role, { adminAccountId, dependsOn: [organization] }),
  "inspector2.amazonaws.com": (stack, role, accountId, organization) =>
    void resource(stack, Inspector2DelegatedAdminAccount, role, { accountId, dependsOn: [organization] }),
  "ipam.amazonaws.com": (stack, role, delegatedAdminAccountId, organization) =>
    void resource(stack, VpcIpamOrganizationAdminAccount, role, {
      delegatedAdminAccountId,
      dependsOn: [organization],
    }),
  "macie.amazonaws.com": (stack, role, adminAccountId, organization) => {
    // Only an account with Macie may designate: Macie User Guide, "Integrating and configuring an organization in Macie".
    const macie = resource(stack, Macie2Account, "management", { status: "ENABLED", dependsOn: [organization] });
    resource(stack, Macie2OrganizationAdminAccount, role, { adminAccountId, dependsOn: [macie] });
  },
  "securityhub.amazonaws.com": (stack, role, adminAccountId, organization) =>
    void resource(stack, SecurityhubOrganizationAdminAccount, role, { adminAccountId, dependsOn: [organization] }),
};

/** Makes members administer the services of `declaration/trusted-services.ts`, so that nobody needs the management account for it. */
export function addDelegation(
  stack: TerraformStack,
  zone: LandingZone,
  organization: OrganizationsOrganization,
  accountIds: AccountIds,
): void {
  for (const { principal, role, registeredBy } of delegationsOf(zone)) {
    const accountId = accountIds(zone.foundation[role].name);
    if (registeredBy === "organizations")
      resource(stack, OrganizationsDelegatedAdministrator, delegationAddress(principal), {
        accountId,
        servicePrincipal: principal,
      });
    else ownCall(principal)(stack, role, accountId, organization);
  }
}

function ownCall(principal: string): Delegate {
  const call = ownCalls[principal];
  if (call === undefined)
    throw new Error(`no call registers the administrator of ${principal}: add it to org/delegation.ts`);
  return call;
}
