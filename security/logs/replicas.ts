import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn, logBucketName, type LogBucket } from "../../declaration/names";
import type { StackSpec } from "../../declaration/stacks";
import { providerConfig } from "../../stack/create-stack";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { accountAdministersKey } from "../account-administers-key";
import type { LogStore } from "./log-bucket";
import { addReplicaBucket, replicaName } from "./replica-bucket";

interface Logs {
  readonly key: KmsKey;
  readonly stores: readonly LogStore[];
}

/**
 * A copy of every log in a second region, in the same account, under a key of that region: S3 User Guide, "Replicating objects within and
 * across Regions" and "Replicating encrypted objects". A copy is not deleted when the original is (delete markers are not replicated).
 */
export function addReplicas(stack: TerraformStack, zone: LandingZone, spec: StackSpec, { key, stores }: Logs): void {
  const region = zone.logs.replicateTo;
  if (region === undefined) return;
  const accountId = zone.ids.get(`account/${zone.foundation["log-archive"].name}`);
  const provider = new AwsProvider(stack, "replica", { ...providerConfig(zone, spec), region, alias: "replica" });
  const replicaKey = resource(stack, KmsKey, "replica", {
    description: "Copies of the organisation's logs",
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: policyDocument([accountAdministersKey(zone.partition, accountId)]),
    provider,
  });
  const role = addReplicationRole(stack, zone, {
    names: stores.map(({ name }) => name),
    accountId,
    region,
    keyArn: key.arn,
    replicaKeyArn: replicaKey.arn,
  });
  for (const { name, bucket, versioning } of stores) {
    const replica = addReplicaBucket(stack, zone, { name, key: replicaKey, provider });
    resource(stack, S3BucketReplicationConfigurationA, name, {
      bucket: bucket.id,
      role: role.arn,
      rule: [
        {
          id: "copy",
          status: "Enabled",
          priority: 0,
          filter: { prefix: "" },
          deleteMarkerReplication: { status: "Disabled" },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
          destination: { bucket: replica.arn, encryptionConfiguration: { replicaKmsKeyId: replicaKey.arn } },
        },
      ],
      dependsOn: [versioning, ...replica.needs],
    });
  }
}

interface Copied {
  readonly names: readonly LogBucket[];
  readonly accountId: string;
  readonly region: string;
  readonly keyArn: string;
  readonly replicaKeyArn: string;
}

/** S3 User Guide, "Setting up permissions for live replication", with the permissions on keys of "Replicating encrypted objects". */
function addReplicationRole(stack: TerraformStack, zone: LandingZone, copied: Copied): IamRole {
  const { names, accountId, region, keyArn, replicaKeyArn } = copied;
  const sources = names.map((name) => logBucketArn(zone, name));
  const copies = names.map((name) => `arn:${zone.partition}:s3:::${replicaName(logBucketName(zone, name))}`);
  const role = resource(stack, IamRole, "replication", {
    name: `${zone.organization.name}-log-replication`,
    description: "Copies logs to a second region",
    assumeRolePolicy: policyDocument([
      {
        Sid: "S3Assumes",
        Effect: "Allow",
        Principal: { Service: "s3.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": accountId }, ArnLike: { "aws:SourceArn": sources } },
      },
    ]),
  });
  resource(stack, IamRolePolicy, "replication", {
    role: role.name,
    name: "copy-logs",
    policy: policyDocument([
      {
        Sid: "ReadConfiguration",
        Effect: "Allow",
        Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
        Resource: sources,
      },
      {
        Sid: "ReadVersions",
        Effect: "Allow",
        Action: [
          ...["s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
          ...["s3:GetObjectRetention", "s3:GetObjectLegalHold"],
        ],
        Resource: sources.map((arn) => `${arn}/*`),
      },
      {
        Sid: "WriteCopies",
        Effect: "Allow",
        Action: ["s3:ReplicateObject", "s3:ReplicateTags"],
        Resource: copies.map((arn) => `${arn}/*`),
      },
      {
        Sid: "Decrypt",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: keyArn,
        Condition: { StringLike: { "kms:ViaService": `s3.${zone.regions.home}.amazonaws.com` } },
      },
      {
        Sid: "Encrypt",
        Effect: "Allow",
        Action: "kms:GenerateDataKey",
        Resource: replicaKeyArn,
        Condition: { StringLike: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
      },
    ]),
  });
  return role;
}
