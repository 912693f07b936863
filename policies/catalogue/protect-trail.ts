import type { LandingZone } from "../../declaration/model";
import { logBuckets, logKeyAlias, trailName } from "../../declaration/names";
import { exemptRoleArn, unlessExempt } from "../exempt-role";
import type { Guardrail } from "../guardrail";

/** Account ids are twelve digits; `?` matches one character, so no other name with the same prefix is caught. */
const anyAccountId = "?".repeat(12);

function logBucketPatterns(zone: LandingZone): readonly string[] {
  return logBuckets.map((bucket) => `arn:${zone.partition}:s3:::${zone.organization.name}-${bucket}-${anyAccountId}`);
}

export const protectTrail: Guardrail = {
  name: "protect-trail",
  intent: "The organisation's trail cannot be stopped, redirected or emptied, nor its buckets and key changed.",
  statements: (zone) => [
    {
      Sid: "ProtectTrail",
      Effect: "Deny",
      Action: [
        "cloudtrail:DeleteTrail",
        "cloudtrail:PutEventSelectors",
        "cloudtrail:PutInsightSelectors",
        "cloudtrail:RemoveTags",
        "cloudtrail:StopLogging",
        "cloudtrail:UpdateTrail",
      ],
      Resource: `arn:${zone.partition}:cloudtrail:*:*:trail/${trailName(zone)}`,
      Condition: unlessExempt(zone),
    },
    {
      Sid: "ProtectLogBuckets",
      Effect: "Deny",
      Action: [
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketAcl",
        "s3:PutBucketObjectLockConfiguration",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutReplicationConfiguration",
      ],
      Resource: logBucketPatterns(zone),
      Condition: unlessExempt(zone),
    },
    {
      Sid: "ProtectLogObjects",
      Effect: "Deny",
      Action: [
        "s3:BypassGovernanceRetention",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:PutObjectLegalHold",
        "s3:PutObjectRetention",
      ],
      Resource: logBucketPatterns(zone).map((bucket) => `${bucket}/*`),
      Condition: unlessExempt(zone),
    },
    {
      Sid: "ProtectLogKey",
      Effect: "Deny",
      Action: ["kms:CreateGrant", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
      Resource: `arn:${zone.partition}:kms:*:*:key/*`,
      Condition: {
        ...unlessExempt(zone),
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": logKeyAlias(zone) },
      },
    },
    {
      // The statement above finds the key by its alias, so the alias must stay.
      Sid: "ProtectLogKeyAlias",
      Effect: "Deny",
      Action: ["kms:DeleteAlias", "kms:UpdateAlias"],
      Resource: `arn:${zone.partition}:kms:*:*:${logKeyAlias(zone)}`,
      Condition: unlessExempt(zone),
    },
    {
      // Whoever can change the exempt role is exempt.
      Sid: "ProtectExemptRole",
      Effect: "Deny",
      Action: [
        "iam:AttachRolePolicy",
        "iam:DeleteRole",
        "iam:DeleteRolePermissionsBoundary",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      Resource: exemptRoleArn(zone),
      Condition: unlessExempt(zone),
    },
  ],
};
