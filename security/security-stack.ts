import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { recordIds } from "../stack/record-ids";
import { addAccessAnalyzer } from "./detection/access-analyzer";
import { addConfigAggregator } from "./detection/config-aggregator";
import { addFindingRouting } from "./detection/findings";
import { addGuardDuty } from "./detection/guardduty";
import { addSecurityHub } from "./detection/security-hub";

/** Detection for the whole organisation, in the security tooling account, which `org` made its administrator. */
export function buildSecurity(stack: TerraformStack, zone: LandingZone): void {
  addGuardDuty(stack);
  addSecurityHub(stack, zone);
  addConfigAggregator(stack, zone);
  addAccessAnalyzer(stack, zone);
  addFindingRouting(stack, zone);
  recordIds(stack, {});
}
