import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { addRegionalSpoke } from "../network/spoke/regional-spoke";
import { addRegionalBaseline } from "../security/baseline";
import { delegateDetection } from "../security/detection/regional-delegation";
import { recordIds } from "../stack/record-ids";

/** One account in one governed region beyond the home region: the baseline of the region, and a spoke if it has one there. */
export function buildRegion(stack: TerraformStack, zone: LandingZone, { account, region }: StackSpec): void {
  addRegionalBaseline(stack, zone, account.name);
  if (account.name === zone.foundation.management.name) delegateDetection(stack, zone);
  recordIds(stack, addRegionalSpoke(stack, zone, account, region ?? zone.regions.home));
}
