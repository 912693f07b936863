import { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account";
import { SecurityhubFindingAggregator } from "@cdktf/provider-aws/lib/securityhub-finding-aggregator";
import { SecurityhubOrganizationConfiguration } from "@cdktf/provider-aws/lib/securityhub-organization-configuration";
import { SecurityhubStandardsSubscription } from "@cdktf/provider-aws/lib/securityhub-standards-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { furtherRegions } from "../../declaration/regions";
import type { SecurityStandard } from "../../declaration/schema/detection";
import { resource } from "../../stack/resource";
import { addCentralConfiguration } from "./central-configuration";

/** Standards as ARNs end: Security Hub User Guide, "Security standards reference for Security Hub CSPM". */
const standards: Readonly<Record<SecurityStandard, string>> = {
  "foundational-best-practices": "aws-foundational-security-best-practices/v/1.0.0",
  "cis-1.4": "cis-aws-foundations-benchmark/v/1.4.0",
  "cis-3.0": "cis-aws-foundations-benchmark/v/3.0.0",
  "nist-800-53": "nist-800-53/v/5.0.0",
  "pci-dss-4.0": "pci-dss/v/4.0.1",
  "resource-tagging": "aws-resource-tagging-standard/v/1.0.0",
};

/** Collects findings of every account and governed region, and checks the standards that the zone declares. */
export function addSecurityHub(stack: TerraformStack, zone: LandingZone): void {
  const hub = addHub(stack);
  const linked = furtherRegions(zone);
  const aggregator =
    linked.length === 0 && !zone.security.securityHub.central
      ? undefined
      : resource(stack, SecurityhubFindingAggregator, "organization", {
          ...(linked.length === 0
            ? { linkingMode: "NO_REGIONS" }
            : { linkingMode: "SPECIFIED_REGIONS", specifiedRegions: [...linked] }),
          dependsOn: [hub],
        });
  if (zone.security.securityHub.central && aggregator) {
    const standardArns = standardsOf(zone, zone.regions.home).map(([, arn]) => arn);
    addCentralConfiguration(stack, zone, { aggregator, standardArns });
    return;
  }
  addLocalConfiguration(stack, zone, zone.regions.home, hub);
}

/**
 * The same in a linked region. With central configuration the policy of the home region enables Security Hub and its standards there too (Security Hub
 * User Guide, "Central configuration and cross-Region aggregation").
 */
export function addRegionalSecurityHub(stack: TerraformStack, zone: LandingZone, region: string): void {
  if (!zone.security.securityHub.central) addLocalConfiguration(stack, zone, region, addHub(stack));
}

function addHub(stack: TerraformStack): SecurityhubAccount {
  return resource(stack, SecurityhubAccount, "organization", {
    enableDefaultStandards: false,
    autoEnableControls: true,
    controlFindingGenerator: "SECURITY_CONTROL",
  });
}

/** Name → ARN of each standard that the zone declares. */
function standardsOf({ partition, security }: LandingZone, region: string): readonly (readonly [string, string])[] {
  return security.securityHub.standards.map(
    (name) => [name, `arn:${partition}:securityhub:${region}::standards/${standards[name]}`] as const,
  );
}

/** Standards of the administrator's own, and Security Hub in accounts that are added, as each region has them for itself. */
function addLocalConfiguration(
  stack: TerraformStack,
  zone: LandingZone,
  region: string,
  hub: SecurityhubAccount,
): void {
  for (const [name, standardsArn] of standardsOf(zone, region))
    // A dot is no part of a Terraform name.
    resource(stack, SecurityhubStandardsSubscription, name.replaceAll(".", "_"), { standardsArn, dependsOn: [hub] });
  resource(stack, SecurityhubOrganizationConfiguration, "organization", {
    autoEnable: true,
    autoEnableStandards: "DEFAULT",
    dependsOn: [hub],
  });
}
