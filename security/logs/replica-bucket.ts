import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { ITerraformDependable, TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketName, type LogBucket } from "../../declaration/names";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import { denyPlainHttp } from "./bucket-policies";

export interface Replica {
  readonly arn: string;
  readonly needs: readonly ITerraformDependable[];
}

export function replicaName(bucket: string): string {
  return `${bucket}-replica`;
}

/** The bucket that holds one log bucket's copies: as private as the original, and forgetting as late. */
export function addReplicaBucket(
  stack: TerraformStack,
  zone: LandingZone,
  { name, key, provider }: { readonly name: LogBucket; readonly key: KmsKey; readonly provider: AwsProvider },
): Replica {
  const address = `${name}-replica`;
  const bucketName = replicaName(logBucketName(zone, name));
  const arn = `arn:${zone.partition}:s3:::${bucketName}`;
  const bucket = resource(stack, S3Bucket, address, {
    bucket: bucketName,
    objectLockEnabled: true,
    lifecycleRule: [
      {
        id: "expire",
        enabled: true,
        expiration: { days: zone.logs.retentionDays },
        noncurrentVersionExpiration: { days: zone.logs.lockDays },
      },
      { id: "delete-markers", enabled: true, expiration: { expiredObjectDeleteMarker: true } },
    ],
    provider,
  });
  const access = resource(stack, S3BucketPublicAccessBlock, address, {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
    provider,
  });
  const encryption = resource(stack, S3BucketServerSideEncryptionConfigurationA, address, {
    bucket: bucket.id,
    rule: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn },
        bucketKeyEnabled: true,
      },
    ],
    provider,
  });
  const versioning = resource(stack, S3BucketVersioningA, address, {
    bucket: bucket.id,
    versioningConfiguration: { status: "Enabled" },
    provider,
  });
  resource(stack, S3BucketPolicy, address, {
    bucket: bucket.id,
    policy: policyDocument([denyPlainHttp(arn)]),
    dependsOn: [access],
    provider,
  });
  return { arn, needs: [bucket, encryption, versioning] };
}
