import { S3Bucket, type S3BucketLifecycleRule } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { TerraformStack } from "cdktf";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";
import type { BucketDefinition } from "../service-definition";
import { bucketName } from "./names";
import type { Placement } from "./placement";

/** When objects of a bucket are deleted. */
export type LifecycleRule = S3BucketLifecycleRule;

/** Days for which an object that was overwritten or deleted can be restored. */
const supersededDays = 30;

/** A bucket that the service declares. */
export function addBucket(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  name: string,
  { expireAfterDays }: BucketDefinition,
): S3Bucket {
  return addPrivateBucket(
    stack,
    name,
    bucketName(service, name, placement.accountId),
    [],
    expireAfterDays === undefined ? {} : { expiration: { days: expireAfterDays } },
  );
}

/**
 * A bucket of the service's own: private, encrypted, versioned, over TLS only. Everything about it is at `<type>.<address>`.
 *
 * @param rules for parts of it
 * @param expire when all that is in it is deleted
 */
export function addPrivateBucket(
  stack: TerraformStack,
  address: string,
  name: string,
  rules: readonly LifecycleRule[] = [],
  expire: Pick<LifecycleRule, "expiration"> = {},
): S3Bucket {
  const made = resource(stack, S3Bucket, address, {
    bucket: name,
    // Deprecated here, but `aws_s3_bucket_lifecycle_configuration` of hashicorp/aws 5.100.0 always waits 55 seconds.
    lifecycleRule: [
      {
        id: "expire",
        enabled: true,
        noncurrentVersionExpiration: { days: supersededDays },
        abortIncompleteMultipartUploadDays: 7,
        ...expire,
      },
      ...rules,
    ],
  });
  const bucket = made.id;
  resource(stack, S3BucketVersioningA, address, { bucket, versioningConfiguration: { status: "Enabled" } });
  resource(stack, S3BucketServerSideEncryptionConfigurationA, address, {
    bucket,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  const closed = resource(stack, S3BucketPublicAccessBlock, address, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  resource(stack, S3BucketOwnershipControls, address, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
  resource(stack, S3BucketPolicy, address, {
    bucket,
    policy: policyDocument([
      {
        Sid: "EncryptedTransportOnly",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "s3:*",
        Resource: [made.arn, `${made.arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ]),
    dependsOn: [closed],
  });
  return made;
}
