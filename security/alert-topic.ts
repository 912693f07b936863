import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { policyDocument } from "../stack/policy-document";
import { resource } from "../stack/resource";
import { accountAdministersKey } from "./account-administers-key";

export interface AlertTopic {
  /** Name in Terraform addresses. */
  readonly address: string;
  /** Name of the topic and, after `alias/`, of its key. */
  readonly name: string;
  /** Description of the key. */
  readonly describes: string;
  /** Id of the account it is in. */
  readonly account: string;
  /** The one rule that may publish. */
  readonly ruleArn: string;
  readonly email: string;
}

/**
 * An encrypted topic that one EventBridge rule publishes to and one address reads. Its key is one of the account's own, and without conditions, for the
 * reasons in `detection/findings-topic.ts`: the topic's policy has them instead.
 */
export function addAlertTopic(
  stack: TerraformStack,
  { partition, regions }: Pick<LandingZone, "partition" | "regions">,
  { address, name, describes, account, ruleArn, email }: AlertTopic,
): SnsTopic {
  const key = resource(stack, KmsKey, address, {
    description: describes,
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument([
      accountAdministersKey(partition, account),
      {
        Sid: "EventBridgeEncrypts",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
      },
    ]),
  });
  resource(stack, KmsAlias, address, { name: `alias/${name}`, targetKeyId: key.keyId });
  const topic = resource(stack, SnsTopic, address, { name, kmsMasterKeyId: key.arn });
  resource(stack, SnsTopicPolicy, address, {
    arn: topic.arn,
    policy: policyDocument([
      {
        Sid: "EventBridgePublishes",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: "sns:Publish",
        Resource: `arn:${partition}:sns:${regions.home}:${account}:${name}`,
        Condition: { StringEquals: { "aws:SourceAccount": account }, ArnEquals: { "aws:SourceArn": ruleArn } },
      },
    ]),
  });
  resource(stack, SnsTopicSubscription, address, { topicArn: topic.arn, protocol: "email", endpoint: email });
  return topic;
}
