import { RamResourceAssociation } from "@cdktf/provider-aws/lib/ram-resource-association";
import type { RamResourceShare } from "@cdktf/provider-aws/lib/ram-resource-share";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/** Puts what leads queries into the hub's share: every account of the organisation, and nobody else, may use it in its VPCs. */
export function shareResolution(stack: TerraformStack, share: RamResourceShare, name: string, arn: string): void {
  resource(stack, RamResourceAssociation, name, { resourceShareArn: share.arn, resourceArn: arn });
}
