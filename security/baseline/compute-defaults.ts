import { EbsEncryptionByDefault } from "@cdktf/provider-aws/lib/ebs-encryption-by-default";
import { Ec2InstanceMetadataDefaults } from "@cdktf/provider-aws/lib/ec2-instance-metadata-defaults";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/** New volumes are encrypted, and new instances hand out credentials through IMDSv2 only. */
export function addComputeDefaults(stack: TerraformStack): void {
  resource(stack, EbsEncryptionByDefault, "baseline", { enabled: true });
  // Two hops reach a container on the instance and nothing further.
  resource(stack, Ec2InstanceMetadataDefaults, "baseline", { httpTokens: "required", httpPutResponseHopLimit: 2 });
}
