import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { recordIds } from "../stack/record-ids";
import { addAccessAnalyzer } from "./detection/access-analyzer";
import { addConfigAggregator } from "./detection/config-aggregator";
import { addDetective } from "./detection/detective";
import { addFindingRouting } from "./detection/findings";
import { addFindingsKey } from "./detection/findings-topic";
import { addGuardDuty } from "./detection/guardduty";
import { addInspector } from "./detection/inspector";
import { addMacie } from "./detection/macie";
import { addSecurityHub } from "./detection/security-hub";
import { addSecurityLake } from "./detection/security-lake";
import { addRunbook } from "./response/runbook";

/** Detection for the whole organisation, in the security tooling account, which `org` made its administrator. */
export function buildSecurity(stack: TerraformStack, zone: LandingZone): void {
  addGuardDuty(stack, zone);
  addSecurityHub(stack, zone);
  addConfigAggregator(stack, zone);
  addAccessAnalyzer(stack, zone);
  addMacie(stack, zone);
  addInspector(stack, zone);
  addDetective(stack, zone);
  addSecurityLake(stack, zone);
  const key = addFindingsKey(stack, zone);
  addFindingRouting(stack, zone, key.arn);
  addRunbook(stack, zone, key.arn);
  recordIds(stack, {});
}
