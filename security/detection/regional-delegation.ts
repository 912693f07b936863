import { GuarddutyOrganizationAdminAccount } from "@cdktf/provider-aws/lib/guardduty-organization-admin-account";
import { SecurityhubOrganizationAdminAccount } from "@cdktf/provider-aws/lib/securityhub-organization-admin-account";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * Makes the security tooling account the administrator in one more region. The management account says so in each (GuardDuty User Guide, "Designating
 * a delegated GuardDuty administrator account"; Security Hub User Guide, "Designating a Security Hub administrator account"); the home region is `org`'s.
 */
export function delegateDetection(stack: TerraformStack, zone: LandingZone): void {
  const adminAccountId = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  resource(stack, GuarddutyOrganizationAdminAccount, "security-tooling", { adminAccountId });
  resource(stack, SecurityhubOrganizationAdminAccount, "security-tooling", { adminAccountId });
}
