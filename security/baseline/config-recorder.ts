import { ConfigConfigurationRecorder } from "@cdktf/provider-aws/lib/config-configuration-recorder";
import { ConfigConfigurationRecorderStatus } from "@cdktf/provider-aws/lib/config-configuration-recorder-status";
import { ConfigDeliveryChannel } from "@cdktf/provider-aws/lib/config-delivery-channel";
import { IamServiceLinkedRole } from "@cdktf/provider-aws/lib/iam-service-linked-role";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketName, roleArn } from "../../declaration/names";
import { resource } from "../../stack/resource";

/** AWS allows one recorder and one channel in a region; everyone calls them so. */
const name = "default";

/** AWS Config Developer Guide, "Using service-linked roles for AWS Config". */
const linkedRole = "aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig";

/**
 * Records every resource of the account and delivers to the log archive. The role is the service-linked one, as
 * Security Hub's control Config.1 asks.
 */
export function addConfigRecorder(stack: TerraformStack, zone: LandingZone): void {
  const role = resource(stack, IamServiceLinkedRole, "config", { awsServiceName: "config.amazonaws.com" });
  addRecorder(stack, zone, { roleArn: role.arn, includeGlobalResourceTypes: true });
}

/**
 * Records what is in one more region, with the role that the account's own stack made; IAM's resources are recorded at home (AWS Config
 * Developer Guide, "Recording AWS resources", on global resources: one region, or each change is recorded several times).
 */
export function addRegionalConfigRecorder(stack: TerraformStack, zone: LandingZone, account: string): void {
  addRecorder(stack, zone, { roleArn: roleArn(zone, account, linkedRole), includeGlobalResourceTypes: false });
}

/** The bucket and its key are in the home region, from wherever is delivered. */
function addRecorder(
  stack: TerraformStack,
  zone: LandingZone,
  { roleArn, includeGlobalResourceTypes }: { readonly roleArn: string; readonly includeGlobalResourceTypes: boolean },
): void {
  const recorder = resource(stack, ConfigConfigurationRecorder, "baseline", {
    name,
    roleArn,
    recordingGroup: { allSupported: true, includeGlobalResourceTypes },
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
