import type { PolicyStatement } from "../stack/policy-document";
import type { AlertTopic } from "../stack/alert-topic";

/** What lets one EventBridge rule publish to a topic of the same account. */
export function publishedByRule(accountId: string, ruleArn: string): AlertTopic["publish"] {
  return {
    Sid: "EventBridgePublishes",
    service: "events.amazonaws.com",
    Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnEquals: { "aws:SourceArn": ruleArn } },
  };
}

/**
 * EventBridge cannot publish through AWS's own SNS key, whose policy is fixed, and KMS grants to it take no
 * `aws:SourceAccount` or `aws:SourceArn` (SNS Developer Guide, "Enable compatibility between event sources from AWS
 * services and encrypted topics"): the topic's policy has those conditions instead.
 */
export const eventBridgeEncrypts: PolicyStatement = {
  Sid: "EventBridgeEncrypts",
  Effect: "Allow",
  Principal: { Service: "events.amazonaws.com" },
  Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
  Resource: "*",
};
