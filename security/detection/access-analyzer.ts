import { AccessanalyzerAnalyzer } from "@cdktf/provider-aws/lib/accessanalyzer-analyzer";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * Reports what any account shares outside the organisation, and, where the zone declares it, what nobody has used for long. External access
 * analysis costs nothing; unused access is priced by role and user (IAM Access Analyzer pricing).
 */
export function addAccessAnalyzer(stack: TerraformStack, zone: LandingZone): void {
  addExternalAccessAnalyzer(stack, zone);
  const { unusedAccess } = zone.security;
  if (!unusedAccess) return;
  resource(stack, AccessanalyzerAnalyzer, "unused-access", {
    analyzerName: `${zone.organization.name}-unused-access`,
    type: "ORGANIZATION_UNUSED_ACCESS",
    configuration: { unusedAccess: { unusedAccessAge: unusedAccess.days } },
  });
}

/** External access alone: an analyzer sees one region, but roles, whose use is looked at for unused access, are the account's. */
export function addExternalAccessAnalyzer(stack: TerraformStack, zone: LandingZone): void {
  resource(stack, AccessanalyzerAnalyzer, "organization", {
    analyzerName: `${zone.organization.name}-organization`,
    type: "ORGANIZATION",
  });
}
