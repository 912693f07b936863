import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import { policyDocument } from "../../../stack/policy-document";
import { resource } from "../../../stack/resource";
import { type Center, centerArn } from "./center";

const topicName = "landfall-events-alerts";

/** The topic that tells of events nobody got, with its key: CloudWatch may not use AWS's own, `aws/sns`. */
export function addAlerts(stack: TerraformStack, center: Center, emails: readonly string[]): SnsTopic {
  const { partition, accountId } = center;
  const key = resource(stack, KmsKey, "alerts", {
    description: "Alarms about central event buses",
    enableKeyRotation: true,
    deletionWindowInDays: 7,
    policy: policyDocument([
      {
        Sid: "AccountDecides",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
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
  resource(stack, KmsAlias, "alerts", { name: `alias/${topicName}`, targetKeyId: key.keyId });
  const topic = resource(stack, SnsTopic, "alerts", { name: topicName, kmsMasterKeyId: key.arn });
  resource(stack, SnsTopicPolicy, "alerts", {
    arn: topic.arn,
    policy: policyDocument([
      {
        Sid: "AlarmsPublish",
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Resource: centerArn(center, "sns", topicName),
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ]),
  });
  for (const [at, endpoint] of emails.entries()) {
    resource(stack, SnsTopicSubscription, `alerts-${at + 1}`, { topicArn: topic.arn, protocol: "email", endpoint });
  }
  return topic;
}
