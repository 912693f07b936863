import { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account";
import { SecurityhubFindingAggregator } from "@cdktf/provider-aws/lib/securityhub-finding-aggregator";
import { SecurityhubOrganizationConfiguration } from "@cdktf/provider-aws/lib/securityhub-organization-configuration";
import { SecurityhubStandardsSubscription } from "@cdktf/provider-aws/lib/securityhub-standards-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/** Collects findings of every account and governed region, and checks AWS's Foundational Security Best Practices. */
export function addSecurityHub(stack: TerraformStack, zone: LandingZone): void {
  const hub = resource(stack, SecurityhubAccount, "organization", {
    enableDefaultStandards: false,
    autoEnableControls: true,
    controlFindingGenerator: "SECURITY_CONTROL",
  });
  const standard = "standards/aws-foundational-security-best-practices/v/1.0.0";
  resource(stack, SecurityhubStandardsSubscription, "foundational-best-practices", {
    standardsArn: `arn:${zone.partition}:securityhub:${zone.regions.home}::${standard}`,
    dependsOn: [hub],
  });
  resource(stack, SecurityhubOrganizationConfiguration, "organization", {
    autoEnable: true,
    autoEnableStandards: "DEFAULT",
    dependsOn: [hub],
  });
  const linked = zone.regions.governed.filter((region) => region !== zone.regions.home);
  if (linked.length === 0) return;
  resource(stack, SecurityhubFindingAggregator, "organization", {
    linkingMode: "SPECIFIED_REGIONS",
    specifiedRegions: [...linked].sort(),
    dependsOn: [hub],
  });
}
