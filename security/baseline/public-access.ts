import { EbsSnapshotBlockPublicAccess } from "@cdktf/provider-aws/lib/ebs-snapshot-block-public-access";
import { Ec2ImageBlockPublicAccess } from "@cdktf/provider-aws/lib/ec2-image-block-public-access";
import { S3AccountPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-account-public-access-block";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/** No bucket of the account can be made public, in whatever region it is. */
export function refusePublicBuckets(stack: TerraformStack): void {
  resource(stack, S3AccountPublicAccessBlock, "baseline", {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
}

/** No snapshot and no machine image of the region can be made public. */
export function refusePublicImages(stack: TerraformStack): void {
  resource(stack, EbsSnapshotBlockPublicAccess, "baseline", { state: "block-all-sharing" });
  resource(stack, Ec2ImageBlockPublicAccess, "baseline", { state: "block-new-sharing" });
}
