import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
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

/** Days for which an object that was overwritten or deleted can be restored. */
const supersededDays = 30;

/** A bucket of the service's own: private, encrypted, versioned, over TLS only. Everything about it is at `<type>.<name>`. */
export function addBucket(
  stack: TerraformStack,
  placement: Placement,
  service: string,
  name: string,
  { expireAfterDays }: BucketDefinition,
): S3Bucket {
  const made = resource(stack, S3Bucket, name, {
    bucket: bucketName(service, name, placement.accountId),
    // Deprecated here, but `aws_s3_bucket_lifecycle_configuration` of hashicorp/aws 5.100.0 always waits 55 seconds.
    lifecycleRule: [
      {
        id: "expire",
        enabled: true,
        noncurrentVersionExpiration: { days: supersededDays },
        abortIncompleteMultipartUploadDays: 7,
        ...(expireAfterDays === undefined ? {} : { expiration: { days: expireAfterDays } }),
      },
    ],
  });
  const bucket = made.id;
  resource(stack, S3BucketVersioningA, name, { bucket, versioningConfiguration: { status: "Enabled" } });
  resource(stack, S3BucketServerSideEncryptionConfigurationA, name, {
    bucket,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  const closed = resource(stack, S3BucketPublicAccessBlock, name, {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  resource(stack, S3BucketOwnershipControls, name, { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
  resource(stack, S3BucketPolicy, name, {
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
