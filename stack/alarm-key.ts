import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import { policyDocument, type PolicyStatement } from "./policy-document";
import { resource } from "./resource";

/**
 * A key for topics that alarms notify, and others where they are given. CloudWatch cannot publish under the AWS managed key `aws/sns` (CloudWatch User Guide, "Using Amazon
 * CloudWatch alarms", on encrypted topics).
 */
export function addAlarmKey(
  stack: TerraformStack,
  settings: Readonly<Record<"address" | "alias" | "description" | "partition" | "accountId", string>>,
  others: readonly PolicyStatement[] = [],
): KmsKey {
  const { address, alias, description, partition, accountId } = settings;
  const key = resource(stack, KmsKey, address, {
    description,
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
      alarmsEncrypt(accountId),
      ...others,
    ]),
  });
  resource(stack, KmsAlias, address, { name: alias, targetKeyId: key.keyId });
  return key;
}

/** Lets CloudWatch's alarms of one account use the key. */
export function alarmsEncrypt(accountId: string): PolicyStatement {
  return encrypts("AlarmsEncrypt", "cloudwatch.amazonaws.com", accountId);
}

/** Lets SES use it to tell what came of the mails of one account (SES Developer Guide, "Set up an Amazon SNS event destination", encrypted topics). */
export function mailEncrypts(accountId: string): PolicyStatement {
  return encrypts("MailEncrypts", "ses.amazonaws.com", accountId);
}

function encrypts(Sid: string, service: string, accountId: string): PolicyStatement {
  return {
    Sid,
    Effect: "Allow",
    Principal: { Service: service },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}
