import { SecurityhubConfigurationPolicy } from "@cdktf/provider-aws/lib/securityhub-configuration-policy";
import { SecurityhubConfigurationPolicyAssociation } from "@cdktf/provider-aws/lib/securityhub-configuration-policy-association";
import { SecurityhubOrganizationConfiguration } from "@cdktf/provider-aws/lib/securityhub-organization-configuration";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * One policy enables Security Hub and its standards in every account and governed region. Without it only accounts that are added later are
 * enabled: Security Hub User Guide, "Understanding central configuration in Security Hub CSPM", which wants the findings aggregated first.
 */
export function addCentralConfiguration(
  stack: TerraformStack,
  zone: LandingZone,
  { aggregator, standardArns }: { readonly aggregator: ITerraformDependable; readonly standardArns: readonly string[] },
): void {
  const central = resource(stack, SecurityhubOrganizationConfiguration, "organization", {
    autoEnable: false,
    autoEnableStandards: "NONE",
    organizationConfiguration: { configurationType: "CENTRAL" },
    dependsOn: [aggregator],
  });
  const policy = resource(stack, SecurityhubConfigurationPolicy, "organization", {
    name: `${zone.organization.name}-organization`,
    description: "Security Hub in every account of the organisation",
    configurationPolicy: {
      serviceEnabled: true,
      enabledStandardArns: standardArns.toSorted(),
      securityControlsConfiguration: { disabledControlIdentifiers: [] },
    },
    dependsOn: [central],
  });
  resource(stack, SecurityhubConfigurationPolicyAssociation, "organization", {
    policyId: policy.id,
    targetId: zone.ids.get("root"),
  });
}
