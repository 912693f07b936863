import type { LandingZone } from "../../../declaration/model";
import { logBuckets, logKeyAlias, trailName } from "../../../declaration/names";
import { byExempt, platformRoleArn, unlessExempt } from "../../exempt-role";
import type { Claim } from "../../claim";
import type { DenyStatement, Guardrail, GuardrailContext } from "../../guardrail";

/** Account ids are twelve digits; `?` matches one character, so no other name with the same prefix is caught. */
const anyAccountId = "?".repeat(12);

function logBucketPatterns(zone: LandingZone): readonly string[] {
  return logBuckets.map((bucket) => `arn:${zone.partition}:s3:::${zone.organization.name}-${bucket}-${anyAccountId}`);
}

export const protectTrail: Guardrail = {
  name: "protect-trail",
  group: "logging",
  kind: "scp",
  intent: "The organisation's trail cannot be stopped, redirected or emptied, nor its buckets and key changed.",
  suggested: "root",
  exemptions: "platform",
  statements,
  claims,
};

function statements(context: GuardrailContext): readonly DenyStatement[] {
  const { zone } = context;
  return [
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
      Condition: unlessExempt(context),
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
      Condition: unlessExempt(context),
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
      Condition: unlessExempt(context),
    },
    {
      Sid: "ProtectLogKey",
      Effect: "Deny",
      Action: ["kms:CreateGrant", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"],
      Resource: `arn:${zone.partition}:kms:*:*:key/*`,
      Condition: {
        ...unlessExempt(context),
        "ForAnyValue:StringEquals": { "kms:ResourceAliases": logKeyAlias(zone) },
      },
    },
    {
      // The statement above finds the key by its alias, so the alias must stay.
      Sid: "ProtectLogKeyAlias",
      Effect: "Deny",
      Action: ["kms:DeleteAlias", "kms:UpdateAlias"],
      Resource: `arn:${zone.partition}:kms:*:*:${logKeyAlias(zone)}`,
      Condition: unlessExempt(context),
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
      Resource: platformRoleArn(zone),
      Condition: unlessExempt(context),
    },
  ];
}

function claims(context: GuardrailContext): readonly Claim[] {
  const { zone } = context;
  const unless = [byExempt(context)];
  return [
    {
      id: "trail-goes-on",
      sentence:
        "Nobody but the exempt roles can stop, delete or redirect the organisation's trail, whatever the context.",
      denied: {
        actions: [
          "cloudtrail:StopLogging",
          "cloudtrail:DeleteTrail",
          "cloudtrail:UpdateTrail",
          "cloudtrail:PutEventSelectors",
          "cloudtrail:PutInsightSelectors",
          "cloudtrail:RemoveTags",
        ],
        resources: [`arn:${zone.partition}:cloudtrail:*:*:trail/${trailName(zone)}`],
        unless,
      },
    },
    {
      id: "log-buckets-stay-as-they-are",
      sentence: "Nobody but the exempt roles can delete a log bucket or change what protects it.",
      denied: {
        actions: [
          "s3:DeleteBucket",
          "s3:PutBucketPolicy",
          "s3:DeleteBucketPolicy",
          "s3:PutBucketAcl",
          "s3:PutBucketOwnershipControls",
          "s3:PutBucketPublicAccessBlock",
          "s3:PutBucketVersioning",
          "s3:PutBucketObjectLockConfiguration",
          "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration",
          "s3:PutReplicationConfiguration",
        ],
        resources: logBucketPatterns(zone),
        unless,
      },
    },
    {
      id: "logs-are-kept",
      sentence: "Nobody but the exempt roles can delete a log or loosen its lock.",
      denied: {
        actions: [
          "s3:DeleteObject",
          "s3:DeleteObjectVersion",
          "s3:PutObjectRetention",
          "s3:PutObjectLegalHold",
          "s3:BypassGovernanceRetention",
        ],
        resources: logBucketPatterns(zone).map((bucket) => `${bucket}/*`),
        unless,
      },
    },
    {
      id: "logs-stay-readable",
      sentence: "Nobody but the exempt roles can disable, delete or hand out the key that encrypts the logs.",
      denied: {
        actions: ["kms:DisableKey", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy", "kms:CreateGrant"],
        resources: [`arn:${zone.partition}:kms:*:*:key/*`],
        when: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": logKeyAlias(zone) } },
        unless,
      },
    },
    {
      id: "log-key-keeps-its-alias",
      sentence: "Nobody but the exempt roles can take its alias from the key that encrypts the logs.",
      denied: {
        actions: ["kms:DeleteAlias", "kms:UpdateAlias"],
        resources: [`arn:${zone.partition}:kms:*:*:${logKeyAlias(zone)}`],
        unless,
      },
    },
    {
      id: "platform-role-is-not-taken",
      sentence: "Nobody but the exempt roles can change the platform's role, who may assume it or what it may do.",
      denied: {
        actions: [
          "iam:UpdateAssumeRolePolicy",
          "iam:AttachRolePolicy",
          "iam:DetachRolePolicy",
          "iam:PutRolePolicy",
          "iam:DeleteRolePolicy",
          "iam:PutRolePermissionsBoundary",
          "iam:DeleteRolePermissionsBoundary",
          "iam:UpdateRole",
          "iam:DeleteRole",
        ],
        resources: [platformRoleArn(zone)],
        unless,
      },
    },
  ];
}
