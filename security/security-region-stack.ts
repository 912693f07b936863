import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addExternalAccessAnalyzer } from "./detection/access-analyzer";
import { addGuardDuty } from "./detection/guardduty";
import { addRegionalSecurityHub } from "./detection/security-hub";

/**
 * The organisation's detection in a governed region beyond the home region, in the security tooling account: what AWS keeps by region. Findings
 * reach the home region by Security Hub's finding aggregator, and people by the rules there, which see those of linked regions as well
 * (Security Hub User Guide, "Cross-Region aggregation"); the Config aggregator looks at every region from home.
 */
export function buildSecurityRegion(stack: TerraformStack, zone: LandingZone, { region }: StackSpec): void {
  addGuardDuty(stack, zone);
  addRegionalSecurityHub(stack, zone, region ?? zone.regions.home);
  addExternalAccessAnalyzer(stack, zone);
  recordIds(stack, {});
}
