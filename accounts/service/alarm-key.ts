import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import { serviceAlarmKeyAlias } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { policyDocument } from "../../stack/policy-document";

/**
 * `aws_kms_key.alarms`: encrypts the topics that the service's alarms notify. CloudWatch cannot publish under the AWS
 * managed key `aws/sns` (CloudWatch User Guide, "Using Amazon CloudWatch alarms", on encrypted topics). It is made here
 * so that a service's deploy role needs no permission on keys.
 */
export function addAlarmKey(stack: TerraformStack, zone: LandingZone, account: Account): void {
  const accountId = zone.ids.get(`account/${account.name}`);
  const key = resource(stack, KmsKey, "alarms", {
    description: "Alarms of the account's service",
    enableKeyRotation: true,
    deletionWindowInDays: 7,
    policy: policyDocument([
      {
        Sid: "AccountDecides",
        Effect: "Allow",
        Principal: { AWS: `arn:${zone.partition}:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      {
        Sid: "AlarmsEncrypt",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ]),
  });
  resource(stack, KmsAlias, "alarms", { name: serviceAlarmKeyAlias, targetKeyId: key.keyId });
}
