import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { addAlertTopic, addTopicKey } from "../alert-topic";

/** A topic that findings are sent to, and who reads it. `ruleArn` names the one rule that may publish. */
export function addFindingsTopic(
  stack: TerraformStack,
  zone: LandingZone,
  topic: Readonly<Record<"address" | "name" | "ruleArn" | "keyArn", string>> & {
    readonly emails: Readonly<Record<string, string>>;
  },
): SnsTopic {
  const { address, name, ruleArn, keyArn, emails } = topic;
  const accountId = zone.ids.get(`account/${zone.foundation["security-tooling"].name}`);
  return addAlertTopic(stack, zone, {
    address,
    name,
    accountId,
    keyArn,
    emails,
    publish: {
      Sid: "EventBridgePublishes",
      service: "events.amazonaws.com",
      Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnEquals: { "aws:SourceArn": ruleArn } },
    },
  });
}

/**
 * EventBridge cannot publish through AWS's own SNS key, whose policy is fixed, and KMS grants to it take no
 * `aws:SourceAccount` or `aws:SourceArn` (SNS Developer Guide, "Enable compatibility between event sources from AWS
 * services and encrypted topics"): the topic's policy has those conditions instead.
 */
export function addFindingsKey(stack: TerraformStack, zone: LandingZone): KmsKey {
  return addTopicKey(
    stack,
    zone,
    {
      address: "findings",
      alias: `alias/${zone.organization.name}-findings`,
      description: "Security findings on their way to people",
      accountId: zone.ids.get(`account/${zone.foundation["security-tooling"].name}`),
    },
    {
      Sid: "EventBridgeEncrypts",
      Effect: "Allow",
      Principal: { Service: "events.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
    },
  );
}
