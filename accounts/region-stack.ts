import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import type { StackSpec } from "../declaration/stacks";
import { addRegionalBaseline } from "../security/baseline";
import { delegateDetection } from "../security/detection/regional-delegation";
import { recordIds } from "../stack/record-ids";

/** One account in one governed region beyond the home region. */
export function buildRegion(stack: TerraformStack, zone: LandingZone, { account }: StackSpec): void {
  addRegionalBaseline(stack, zone, account.name);
  if (account.name === zone.foundation.management.name) delegateDetection(stack, zone);
  recordIds(stack, {});
}
