import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { accountAdministersKey } from "../account-administers-key";
import { policyDocument } from "../../stack/policy-document";

/** The encrypted topic that findings are sent to, and who reads it. `ruleArn` names the one rule that may publish. */
export function addFindingsTopic(stack: TerraformStack, zone: LandingZone, ruleArn: string): SnsTopic {
  const accountId = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  const name = `${zone.organization.name}-findings`;
  const topic = resource(stack, SnsTopic, "findings", {
    name,
    kmsMasterKeyId: addTopicKey(stack, zone, accountId).arn,
  });
  resource(stack, SnsTopicPolicy, "findings", {
    arn: topic.arn,
    policy: policyDocument([
      {
        Sid: "EventBridgePublishes",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sns:Publish",
        Resource: `arn:${zone.partition}:sns:${zone.regions.home}:${accountId}:${name}`,
        Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnEquals: { "aws:SourceArn": ruleArn } },
      },
    ]),
  });
  if (zone.security.findingsEmail !== undefined) {
    resource(stack, SnsTopicSubscription, "findings", {
      topicArn: topic.arn,
      protocol: "email",
      endpoint: zone.security.findingsEmail,
    });
  }
  return topic;
}

/**
 * EventBridge cannot publish through AWS's own SNS key, whose policy is fixed, and KMS grants to it take no
 * `aws:SourceAccount` or `aws:SourceArn` (SNS Developer Guide, "Enable compatibility between event sources from AWS
 * services and encrypted topics"): the topic's policy has those conditions instead.
 */
function addTopicKey(stack: TerraformStack, zone: LandingZone, accountId: string): KmsKey {
  const key = resource(stack, KmsKey, "findings", {
    description: "Security findings on their way to people",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument([
      accountAdministersKey(zone.partition, accountId),
      {
        Sid: "EventBridgeEncrypts",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
      },
    ]),
  });
  resource(stack, KmsAlias, "findings", {
    name: `alias/${zone.organization.name}-findings`,
    targetKeyId: key.keyId,
  });
  return key;
}
