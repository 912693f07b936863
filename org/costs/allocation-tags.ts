import { CeCostAllocationTag } from "@cdktf/provider-aws/lib/ce-cost-allocation-tag";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { tagAddress } from "../../declaration/terraform-addresses";
import { resource } from "../../stack/resource";

/** Tags that costs are told apart by (Billing User Guide, "Activating user-defined cost allocation tags"). AWS refuses a tag it has not seen yet. */
export function addAllocationTags(stack: TerraformStack, { costs: { allocationTags } }: LandingZone): void {
  for (const tagKey of allocationTags)
    resource(stack, CeCostAllocationTag, tagAddress(tagKey), { tagKey, status: "Active" });
}
