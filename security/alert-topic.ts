import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { policyDocument, type PolicyStatement } from "../stack/policy-document";
import { resource } from "../stack/resource";
import { accountAdministersKey } from "./account-administers-key";

/** A topic, its key and who reads it. */
export interface AlertTopic {
  /** Name of its Terraform resources. */
  readonly address: string;
  readonly name: string;
  readonly accountId: string;
  /** The one service that publishes, and the conditions under which. */
  readonly publish: Required<Pick<PolicyStatement, "Sid" | "Condition">> & { readonly service: string };
  readonly keyArn: string;
  /** Address of the subscription → email. */
  readonly emails: Readonly<Record<string, string>>;
}

/** An encrypted topic that one service may publish to, and nobody else. */
export function addAlertTopic(stack: TerraformStack, zone: LandingZone, settings: AlertTopic): SnsTopic {
  const { address, name, accountId, publish } = settings;
  const topic = resource(stack, SnsTopic, address, { name, kmsMasterKeyId: settings.keyArn });
  resource(stack, SnsTopicPolicy, address, {
    arn: topic.arn,
    policy: policyDocument([
      {
        Sid: publish.Sid,
        Effect: "Allow",
        Principal: { Service: publish.service },
        Action: "sns:Publish",
        Resource: `arn:${zone.partition}:sns:${zone.regions.home}:${accountId}:${name}`,
        Condition: publish.Condition,
      },
    ]),
  });
  for (const [subscription, endpoint] of Object.entries(settings.emails))
    resource(stack, SnsTopicSubscription, subscription, { topicArn: topic.arn, protocol: "email", endpoint });
  return topic;
}

/** A key for such topics: AWS's own, `aws/sns`, no other service may use (SNS Developer Guide, "Encryption at rest"). */
export function addTopicKey(
  stack: TerraformStack,
  zone: LandingZone,
  settings: {
    readonly address: string;
    readonly alias: string;
    readonly description: string;
    readonly accountId: string;
  },
  encrypts: PolicyStatement,
): KmsKey {
  const { address, alias, description, accountId } = settings;
  const key = resource(stack, KmsKey, address, {
    description,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument([accountAdministersKey(zone.partition, accountId), encrypts]),
  });
  resource(stack, KmsAlias, address, { name: alias, targetKeyId: key.keyId });
  return key;
}
