import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import { arn, type Placement } from "./placement";

/** The topic every alarm of the service goes to, encrypted; only CloudWatch's alarms of this account may publish. */
export function addAlarmTopic(stack: TerraformStack, placement: Placement, service: string): SnsTopic {
  const { accountId, alarmKeyAlias, operationsEmail } = placement;
  const name = `${service}-alarms`;
  const topic = resource(stack, SnsTopic, "alarms", { name, kmsMasterKeyId: alarmKeyAlias });
  resource(stack, SnsTopicPolicy, "alarms", {
    arn: topic.arn,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AlarmsPublish",
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
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
