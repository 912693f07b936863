import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { addAlertTopic } from "../../stack/alert-topic";
import { addTopicKey } from "../topic-key";
import { eventBridgeEncrypts, publishedByRule } from "../published-by-rule";

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
  const arn = `arn:${zone.partition}:sns:${zone.regions.home}:${accountId}:${name}`;
  return addAlertTopic(stack, {
    address,
    name,
    arn,
    key: keyArn,
    emails,
    publish: publishedByRule(accountId, ruleArn),
  });
}

/** The key of every topic of findings. */
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
    eventBridgeEncrypts,
  );
}
