import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import { arn, type Placement } from "./placement";

/**
 * The topic every alarm of the service goes to. Its key is the service's own: CloudWatch cannot publish to a topic
 * under the AWS managed key `aws/sns` (CloudWatch guide, "Using Amazon CloudWatch alarms", on encrypted topics).
 */
export function addAlarmTopic(stack: TerraformStack, placement: Placement, service: string): SnsTopic {
  const { partition, accountId, operationsEmail } = placement;
  const cloudWatch = { Service: "cloudwatch.amazonaws.com" };
  const key = resource(stack, KmsKey, "alarms", {
    description: `Alarms of ${service}`,
    enableKeyRotation: true,
    deletionWindowInDays: 7,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
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
          Principal: cloudWatch,
          Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
          Resource: "*",
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    }),
  });
  const name = `${service}-alarms`;
  const topic = resource(stack, SnsTopic, "alarms", { name, kmsMasterKeyId: key.arn });
  resource(stack, SnsTopicPolicy, "alarms", {
    arn: topic.arn,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AlarmsPublish",
          Effect: "Allow",
          Principal: cloudWatch,
          Action: "sns:Publish",
          Resource: arn(placement, "sns", name),
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ],
    }),
  });
  if (operationsEmail !== undefined) {
    resource(stack, SnsTopicSubscription, "operations", {
      topicArn: topic.arn,
      protocol: "email",
      endpoint: operationsEmail,
    });
  }
  return topic;
}
