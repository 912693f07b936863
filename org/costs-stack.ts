import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { recordIds } from "../stack/record-ids";
import { addAllocationTags } from "./costs/allocation-tags";
import { addAnomalyDetection } from "./costs/anomalies";
import { addOrganizationBudget } from "./costs/budget";
import { addCostExport } from "./costs/export";

/**
 * What the whole organisation spends: a stack of its own, so that a tag that AWS has not seen yet, or a second anomaly monitor, holds up nothing else.
 */
export function buildCosts(stack: TerraformStack, zone: LandingZone): void {
  addOrganizationBudget(stack, zone);
  addAnomalyDetection(stack, zone);
  addCostExport(stack, zone);
  addAllocationTags(stack, zone);
  recordIds(stack, {});
}
