import type { LandingZone } from "../../declaration/model";
import { accountAdministersKey } from "../account-administers-key";
import type { PolicyStatement } from "../../stack/policy-document";
import { trailArn } from "../trail-arn";

/** Who may use the log key: each service that writes logs, and only on behalf of this organisation. */
export function logKeyStatements(zone: LandingZone): readonly PolicyStatement[] {
  const logArchive = zone.ids.get(`account/${zone.foundation["log-archive"].name}`);
  return [accountAdministersKey(zone.partition, logArchive), ...cloudTrail(zone), config(zone), logDelivery(zone)];
}

/** CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail". */
function cloudTrail(zone: LandingZone): readonly PolicyStatement[] {
  const management = zone.ids.get(`account/${zone.foundation.management.name}`);
  const byTrail = { StringEquals: { "aws:SourceArn": trailArn(zone) } };
  return [
    {
      Sid: "CloudTrailEncrypts",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "kms:GenerateDataKey*",
      Resource: "*",
      Condition: {
        ...byTrail,
        StringLike: {
          "kms:EncryptionContext:aws:cloudtrail:arn": `arn:${zone.partition}:cloudtrail:*:${management}:trail/*`,
        },
      },
    },
    {
      Sid: "CloudTrailDescribesKey",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "kms:DescribeKey",
      Resource: "*",
      Condition: byTrail,
    },
  ];
}

/** AWS Config Developer Guide, "Permissions for the KMS Key for the AWS Config Delivery Channel". */
function config(zone: LandingZone): PolicyStatement {
  return {
    Sid: "ConfigEncrypts",
    Effect: "Allow",
    Principal: { Service: "config.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: "*",
    Condition: { StringEquals: { "aws:SourceOrgID": zone.ids.get("organization") } },
  };
}

/** CloudWatch Logs User Guide, "Logs sent to Amazon S3: server-side encryption with AWS KMS". */
function logDelivery(zone: LandingZone): PolicyStatement {
  return {
    Sid: "LogDeliveryEncrypts",
    Effect: "Allow",
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
    Resource: "*",
    Condition: {
      StringEquals: { "aws:SourceOrgID": zone.ids.get("organization") },
      ArnLike: { "aws:SourceArn": `arn:${zone.partition}:logs:*:*:*` },
    },
  };
}
