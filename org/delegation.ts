import { GuarddutyOrganizationAdminAccount } from "@cdktf/provider-aws/lib/guardduty-organization-admin-account";
import type { OrganizationsOrganization } from "@cdktf/provider-aws/lib/organizations-organization";
import { OrganizationsDelegatedAdministrator } from "@cdktf/provider-aws/lib/organizations-delegated-administrator";
import { SecurityhubOrganizationAdminAccount } from "@cdktf/provider-aws/lib/securityhub-organization-admin-account";
import { VpcIpamOrganizationAdminAccount } from "@cdktf/provider-aws/lib/vpc-ipam-organization-admin-account";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { delegationAddress } from "../declaration/terraform-addresses";
import { delegatedServices } from "../declaration/trusted-services";
import { resource } from "../stack/resource";
import type { AccountIds } from "./accounts";
import { addDetectionDelegation } from "./detection-delegation";

/**
 * Makes the security tooling account administer detection for the organisation, so that nobody needs the management
 * account for it. GuardDuty and Security Hub delegate by calls of their own, which register the account with
 * Organizations as well (GuardDuty User Guide, "Designating a delegated GuardDuty administrator account"; Security Hub
 * User Guide, "Integrating Security Hub with AWS Organizations"): registering it here too would be refused. So does IPAM, which the
 * network account administers where the zone declares one (IPAM User Guide, "Integrate IPAM with accounts in an AWS Organization").
 */
export function addDelegation(
  stack: TerraformStack,
  zone: LandingZone,
  organization: OrganizationsOrganization,
  accountIds: AccountIds,
): void {
  const accountId = accountIds(zone.foundation["security-tooling"].name);
  for (const servicePrincipal of delegatedServices) {
    resource(stack, OrganizationsDelegatedAdministrator, delegationAddress(servicePrincipal), {
      accountId,
      servicePrincipal,
    });
  }
  const dependsOn = [organization];
  resource(stack, GuarddutyOrganizationAdminAccount, "security-tooling", { adminAccountId: accountId, dependsOn });
  resource(stack, SecurityhubOrganizationAdminAccount, "security-tooling", { adminAccountId: accountId, dependsOn });
  addDetectionDelegation(stack, zone, accountId, dependsOn);
  if (zone.network.ipam)
    resource(stack, VpcIpamOrganizationAdminAccount, "network", {
      delegatedAdminAccountId: accountIds(zone.foundation.network.name),
      dependsOn,
    });
}
