import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketName } from "../../declaration/names";
import { resource } from "../../stack/resource";

/** AWS allows one recorder and one channel in a region; everyone calls them so. */
const name = "default";

/**
 * Records every resource of the account and delivers to the log archive. The role is the service-linked one, as
 * Security Hub's control Config.1 asks.
 */
export function addConfigRecorder(stack: TerraformStack, zone: LandingZone): void {
  const role = resource(stack, IamServiceLinkedRole, "config", { awsServiceName: "config.amazonaws.com" });
  const recorder = resource(stack, ConfigConfigurationRecorder, "baseline", {
    name,
    roleArn: role.arn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
  });
  const channel = resource(stack, ConfigDeliveryChannel, "baseline", {
    name,
    s3BucketName: logBucketName(zone, "config"),
    s3KmsKeyArn: zone.ids.get("kms-key/logs"),
    dependsOn: [recorder],
  });
  resource(stack, ConfigConfigurationRecorderStatus, "baseline", {
    name: recorder.name,
    isEnabled: true,
    dependsOn: [channel],
  });
}
