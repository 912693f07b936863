import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import { policyDocument, type PolicyStatement } from "./policy-document";
import { resource } from "./resource";

/** Who publishes, and under which conditions. */
export type Publisher = Required<Pick<PolicyStatement, "Sid" | "Condition">> & { readonly service: string };

/** A topic, its key and who reads it. */
export interface AlertTopic {
  /** Name of its Terraform resources. */
  readonly address: string;
  readonly name: string;
  /** The topic's, known before it exists. */
  readonly arn: string;
  /** The service that publishes, or several. */
  readonly publish: Publisher | readonly Publisher[];
  /** ARN or alias of its key. */
  readonly key: string;
  /** Address of the subscription → email. */
  readonly emails: Readonly<Record<string, string>>;
}

/** An encrypted topic that those named may publish to, and nobody else. */
export function addAlertTopic(stack: TerraformStack, settings: AlertTopic): SnsTopic {
  const { address, name } = settings;
  const topic = resource(stack, SnsTopic, address, { name, kmsMasterKeyId: settings.key });
  resource(stack, SnsTopicPolicy, address, {
    arn: topic.arn,
    policy: policyDocument(
      [settings.publish].flat().map(({ Sid, service, Condition }) => ({
        Sid,
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sns:Publish",
        Resource: settings.arn,
        Condition,
      })),
    ),
  });
  for (const [subscription, endpoint] of Object.entries(settings.emails))
    resource(stack, SnsTopicSubscription, subscription, { topicArn: topic.arn, protocol: "email", endpoint });
  return topic;
}

/** CloudWatch's alarms of one account publish, and no others. */
export function publishedByAlarms(accountId: string): Publisher {
  return {
    Sid: "AlarmsPublish",
    service: "cloudwatch.amazonaws.com",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}

/**
 * SES publishes what came of the mails under one configuration set of the account (SES Developer Guide, "Set up an Amazon SNS event destination for
 * Amazon SES event publishing").
 */
export function publishedByMail(accountId: string, configurationSetArn: string): Publisher {
  return {
    Sid: "MailPublishes",
    service: "ses.amazonaws.com",
    Condition: { StringEquals: { "aws:SourceAccount": accountId, "aws:SourceArn": configurationSetArn } },
  };
}
