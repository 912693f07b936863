import { Macie2Account } from "@cdktf/provider-aws/lib/macie2-account";
import { Macie2Member } from "@cdktf/provider-aws/lib/macie2-member";
import { Macie2OrganizationConfiguration } from "@cdktf/provider-aws/lib/macie2-organization-configuration";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { watchedAccounts } from "../../declaration/watched-accounts";
import { resource } from "../../stack/resource";

/**
 * Amazon Macie looks at the buckets of every account of the zone: Macie User Guide, "Managing multiple Macie accounts with AWS
 * Organizations". Accounts are members by name and not by themselves, so that there are not two ways in which one may become a member.
 */
export function addMacie(stack: TerraformStack, zone: LandingZone): void {
  if (!zone.security.macie) return;
  const macie = resource(stack, Macie2Account, "organization", {
    findingPublishingFrequency: "FIFTEEN_MINUTES",
    status: "ENABLED",
  });
  const organization = resource(stack, Macie2OrganizationConfiguration, "organization", {
    autoEnable: false,
    dependsOn: [macie],
  });
  for (const { name, email } of watchedAccounts(zone))
    resource(stack, Macie2Member, name, {
      accountId: zone.ids.get(`account/${name}`),
      email,
      status: "ENABLED",
      dependsOn: [organization],
    });
}
