import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import { policyDocument, type PolicyStatement } from "./policy-document";
import { resource } from "./resource";

/** A topic, its key and who reads it. */
export interface AlertTopic {
  /** Name of its Terraform resources. */
  readonly address: string;
  readonly name: string;
  /** The topic's, known before it exists. */
  readonly arn: string;
  /** The one service that publishes, and the conditions under which. */
  readonly publish: Required<Pick<PolicyStatement, "Sid" | "Condition">> & { readonly service: string };
  /** ARN or alias of its key. */
  readonly key: string;
  /** Address of the subscription → email. */
  readonly emails: Readonly<Record<string, string>>;
}

/** An encrypted topic that one service may publish to, and nobody else. */
export function addAlertTopic(stack: TerraformStack, settings: AlertTopic): SnsTopic {
  const { address, name, publish } = settings;
  const topic = resource(stack, SnsTopic, address, { name, kmsMasterKeyId: settings.key });
  resource(stack, SnsTopicPolicy, address, {
    arn: topic.arn,
    policy: policyDocument([
      {
        Sid: publish.Sid,
        Effect: "Allow",
        Principal: { Service: publish.service },
        Action: "sns:Publish",
        Resource: settings.arn,
        Condition: publish.Condition,
      },
    ]),
  });
  for (const [subscription, endpoint] of Object.entries(settings.emails))
    resource(stack, SnsTopicSubscription, subscription, { topicArn: topic.arn, protocol: "email", endpoint });
  return topic;
}

/** CloudWatch's alarms of one account publish, and no others. */
export function publishedByAlarms(accountId: string): AlertTopic["publish"] {
  return {
    Sid: "AlarmsPublish",
    service: "cloudwatch.amazonaws.com",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}
