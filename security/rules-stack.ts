import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { recordIds } from "../stack/record-ids";
import { addConformancePacks } from "./rules/conformance-packs";
import { addOrganizationRules } from "./rules/organization-rules";

/**
 * What AWS Config judges in every account, from the security tooling account, which `org` made its administrator. Deployed after every
 * account's recorder: a rule in an account that has none fails.
 */
export function buildRules(stack: TerraformStack, zone: LandingZone): void {
  addOrganizationRules(stack, zone);
  addConformancePacks(stack, zone);
  recordIds(stack, {});
}
