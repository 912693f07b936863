import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { costBucketName } from "../../declaration/names";
import { globalRegion } from "../../declaration/regions";
import { policyDocument } from "../../stack/policy-document";
import { resource } from "../../stack/resource";

/** The bucket that Data Exports writes to: private, versioned, over TLS alone, forgetting files after a while. */
export function addCostBucket(
  stack: TerraformStack,
  zone: LandingZone,
  retentionDays: number,
): { readonly bucket: S3Bucket; readonly policy: S3BucketPolicy } {
  const name = costBucketName(zone);
  const bucket = resource(stack, S3Bucket, "costs", {
    bucket: name,
    // Part of the bucket for the reason in security/logs/private-bucket.ts.
    lifecycleRule: [
      {
        id: "expire",
        enabled: true,
        expiration: { days: retentionDays },
        noncurrentVersionExpiration: { days: 30 },
        abortIncompleteMultipartUploadDays: 7,
      },
    ],
  });
  resource(stack, S3BucketVersioningA, "costs", {
    bucket: bucket.id,
    versioningConfiguration: { status: "Enabled" },
  });
  const access = resource(stack, S3BucketPublicAccessBlock, "costs", {
    bucket: bucket.id,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  resource(stack, S3BucketOwnershipControls, "costs", {
    bucket: bucket.id,
    rule: { objectOwnership: "BucketOwnerEnforced" },
  });
  resource(stack, S3BucketServerSideEncryptionConfigurationA, "costs", {
    bucket: bucket.id,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  const policy = resource(stack, S3BucketPolicy, "costs", {
    bucket: bucket.id,
    policy: bucketPolicy(zone, name),
    dependsOn: [access],
  });
  return { bucket, policy };
}

/** Data Exports User Guide, "Setting up an Amazon S3 bucket for data exports"; S3 User Guide, "Restricting access to only HTTPS requests". */
function bucketPolicy(zone: LandingZone, name: string): string {
  const { partition, ids, foundation, regions } = zone;
  const region = globalRegion(regions.home);
  const account = ids.get(`account/${foundation.management.name}`);
  const bucket = `arn:${partition}:s3:::${name}`;
  return policyDocument([
    {
      Sid: "DataExportsWrite",
      Effect: "Allow",
      Principal: { Service: ["bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com"] },
      Action: ["s3:GetBucketPolicy", "s3:PutObject"],
      Resource: [bucket, `${bucket}/*`],
      Condition: {
        StringEquals: { "aws:SourceAccount": account },
        ArnLike: {
          "aws:SourceArn": [
            `arn:${partition}:bcm-data-exports:${region}:${account}:export/*`,
            `arn:${partition}:cur:${region}:${account}:definition/*`,
          ],
        },
      },
    },
    {
      Sid: "DenyPlainHttp",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [bucket, `${bucket}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
