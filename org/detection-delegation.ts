import { DetectiveOrganizationAdminAccount } from "@cdktf/provider-aws/lib/detective-organization-admin-account";
import { Inspector2DelegatedAdminAccount } from "@cdktf/provider-aws/lib/inspector2-delegated-admin-account";
import { Macie2Account } from "@cdktf/provider-aws/lib/macie2-account";
import { Macie2OrganizationAdminAccount } from "@cdktf/provider-aws/lib/macie2-organization-admin-account";
import { OrganizationsDelegatedAdministrator } from "@cdktf/provider-aws/lib/organizations-delegated-administrator";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { delegationAddress } from "../declaration/terraform-addresses";
import { resource } from "../stack/resource";

const securityLake = "securitylake.amazonaws.com";

/**
 * The security tooling account administers Macie, Inspector and Detective where the zone declares them, each by a call of its own, which
 * registers it with Organizations as well (their user guides, "Designating the delegated administrator"); and Security Lake, for which
 * Organizations' own call is enough (Security Lake User Guide, "Designating the delegated Security Lake administrator").
 */
export function addDetectionDelegation(
  stack: TerraformStack,
  { security }: LandingZone,
  accountId: string,
  dependsOn: ITerraformDependable[],
): void {
  if (security.macie) {
    // Only an account with Macie may designate: Macie User Guide, "Integrating and configuring an organization in Macie".
    const macie = resource(stack, Macie2Account, "management", { status: "ENABLED", dependsOn });
    resource(stack, Macie2OrganizationAdminAccount, "security-tooling", {
      adminAccountId: accountId,
      dependsOn: [macie],
    });
  }
  if (security.inspector.length > 0)
    resource(stack, Inspector2DelegatedAdminAccount, "security-tooling", { accountId, dependsOn });
  if (security.detective)
    resource(stack, DetectiveOrganizationAdminAccount, "security-tooling", { accountId, dependsOn });
  if (security.securityLake)
    resource(stack, OrganizationsDelegatedAdministrator, delegationAddress(securityLake), {
      accountId,
      servicePrincipal: securityLake,
    });
}
