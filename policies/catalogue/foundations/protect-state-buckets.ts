import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Terraform language documentation, "S3 backend": a state needs its bucket, its versions and nobody else. */
export const protectStateBuckets: Guardrail = {
  name: "protect-state-buckets",
  group: "foundations",
  kind: "scp",
  intent:
    "The buckets that hold Terraform states keep their versions, policy and encryption; old versions of a state are not deleted.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectStateBuckets",
      Effect: "Deny",
      Action: [
        "s3:DeleteBucket",
        "s3:DeleteBucketPolicy",
        "s3:PutBucketAcl",
        "s3:PutBucketOwnershipControls",
        "s3:PutBucketPolicy",
        "s3:PutBucketPublicAccessBlock",
        "s3:PutBucketVersioning",
        "s3:PutEncryptionConfiguration",
        "s3:PutLifecycleConfiguration",
        "s3:PutReplicationConfiguration",
      ],
      Resource: `arn:${context.zone.partition}:s3:::${context.zone.organization.name}-landfall-state-${"?".repeat(12)}`,
      Condition: unlessExempt(context),
    },
    {
      Sid: "ProtectStateVersions",
      Effect: "Deny",
      Action: "s3:DeleteObjectVersion",
      Resource: `arn:${context.zone.partition}:s3:::${context.zone.organization.name}-landfall-state-${"?".repeat(12)}/*`,
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "state-buckets-stay-as-they-are",
      sentence: "Nobody but the exempt roles can delete a state bucket, or change who reads it and how it is kept.",
      denied: {
        actions: [
          "s3:DeleteBucket",
          "s3:PutBucketPolicy",
          "s3:DeleteBucketPolicy",
          "s3:PutBucketAcl",
          "s3:PutBucketOwnershipControls",
          "s3:PutBucketPublicAccessBlock",
          "s3:PutBucketVersioning",
          "s3:PutEncryptionConfiguration",
          "s3:PutLifecycleConfiguration",
          "s3:PutReplicationConfiguration",
        ],
        resources: [
          `arn:${context.zone.partition}:s3:::${context.zone.organization.name}-landfall-state-${"?".repeat(12)}`,
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "old-states-are-kept",
      sentence: "Nobody but the exempt roles can delete an old version of a state.",
      denied: {
        actions: ["s3:DeleteObjectVersion"],
        resources: [
          `arn:${context.zone.partition}:s3:::${context.zone.organization.name}-landfall-state-${"?".repeat(12)}/*`,
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
