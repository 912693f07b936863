import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { TerraformStack } from "cdktf";
import type { Account, LandingZone } from "../../declaration/model";
import { serviceStateBucketName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { policyDocument } from "../../stack/policy-document";

/** Days for which a superseded state can be restored. */
const supersededDays = 90;

/** Everything about the state bucket is at the address `<type>.state`. Its name is `serviceStateBucketName`. */
export function addStateBucket(stack: TerraformStack, zone: LandingZone, account: Account): S3Bucket {
  const state = resource(stack, S3Bucket, "state", {
    bucket: serviceStateBucketName(zone, account.name),
    // Deprecated here, but `aws_s3_bucket_lifecycle_configuration` of hashicorp/aws 5.100.0 always waits 55 seconds.
    lifecycleRule: [
      {
        id: "expire-superseded-states",
        enabled: true,
        noncurrentVersionExpiration: { days: supersededDays },
        abortIncompleteMultipartUploadDays: 7,
      },
    ],
  });
  const bucket = state.id;
  resource(stack, S3BucketVersioningA, "state", {
    bucket,
    versioningConfiguration: { status: "Enabled" },
  });
  resource(stack, S3BucketServerSideEncryptionConfigurationA, "state", {
    bucket,
    rule: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
  });
  const closed = resource(stack, S3BucketPublicAccessBlock, "state", {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  });
  resource(stack, S3BucketOwnershipControls, "state", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
  resource(stack, S3BucketPolicy, "state", { bucket, policy: encryptedTransportOnly(state.arn), dependsOn: [closed] });
  return state;
}

function encryptedTransportOnly(bucketArn: string): string {
  return policyDocument([
    {
      Sid: "EncryptedTransportOnly",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "s3:*",
      Resource: [bucketArn, `${bucketArn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
}
