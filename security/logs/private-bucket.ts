import { S3Bucket, type S3BucketLifecycleRule } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";

export interface PrivateBucket {
  readonly name: string;
  readonly key: KmsKey;
  readonly policy: readonly PolicyStatement[];
  /** Can only be switched on when a bucket is created. */
  readonly objectLock: boolean;
  /**
   * What the bucket forgets, and when. Part of the bucket, deprecated as that is: `aws_s3_bucket_lifecycle_configuration`
   * of hashicorp/aws 5.100.0 always waits 55 seconds (10, then ten polls 5 apart), and everything waits for the logs.
   */
  readonly lifecycle: readonly S3BucketLifecycleRule[];
}

/** A bucket that nobody outside can open, encrypted by default, without access control lists. */
export function addPrivateBucket(stack: TerraformStack, address: string, settings: PrivateBucket): S3Bucket {
  const bucket = resource(stack, S3Bucket, address, {
    bucket: settings.name,
    objectLockEnabled: settings.objectLock,
    lifecycleRule: [...settings.lifecycle],
  });
  const access = resource(stack, S3BucketPublicAccessBlock, address, {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  resource(stack, S3BucketOwnershipControls, address, {
    bucket: bucket.id,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  resource(stack, S3BucketServerSideEncryptionConfigurationA, address, {
    bucket: bucket.id,
    rule: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: settings.key.arn },
        // One call to KMS for many objects: most of the cost of encrypting logs otherwise.
        bucketKeyEnabled: true,
      },
    ],
  });
  resource(stack, S3BucketPolicy, address, {
    bucket: bucket.id,
    policy: policyDocument(settings.policy),
    // S3 takes one change of a bucket's access settings at a time and answers OperationAborted to a second.
    dependsOn: [access],
  });
  return bucket;
}
