import { SecurityhubAccount } from "@cdktf/provider-aws/lib/securityhub-account";
import { SecurityhubFindingAggregator } from "@cdktf/provider-aws/lib/securityhub-finding-aggregator";
import { SecurityhubOrganizationConfiguration } from "@cdktf/provider-aws/lib/securityhub-organization-configuration";
import { SecurityhubStandardsSubscription } from "@cdktf/provider-aws/lib/securityhub-standards-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
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
  const hub = resource(stack, SecurityhubAccount, "organization", {
    enableDefaultStandards: false,
    autoEnableControls: true,
    controlFindingGenerator: "SECURITY_CONTROL",
  });
  const linked = zone.regions.governed.filter((region) => region !== zone.regions.home);
  const aggregator =
    linked.length === 0 && !zone.security.securityHub.central
      ? undefined
      : resource(stack, SecurityhubFindingAggregator, "organization", {
          ...(linked.length === 0
            ? { linkingMode: "NO_REGIONS" }
            : { linkingMode: "SPECIFIED_REGIONS", specifiedRegions: [...linked].sort() }),
          dependsOn: [hub],
        });
  const { central } = zone.security.securityHub;
  const arns = zone.security.securityHub.standards.map(
    (name) => [name, `arn:${zone.partition}:securityhub:${zone.regions.home}::standards/${standards[name]}`] as const,
  );
  if (central && aggregator) {
    addCentralConfiguration(stack, zone, { aggregator, standardArns: arns.map(([, arn]) => arn) });
    return;
  }
  for (const [name, standardsArn] of arns)
    // A dot is no part of a Terraform name.
    resource(stack, SecurityhubStandardsSubscription, name.replaceAll(".", "_"), { standardsArn, dependsOn: [hub] });
  resource(stack, SecurityhubOrganizationConfiguration, "organization", {
    autoEnable: true,
    autoEnableStandards: "DEFAULT",
    dependsOn: [hub],
  });
}
