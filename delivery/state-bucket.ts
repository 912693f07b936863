import {
  BucketAlreadyOwnedByYou,
  type BucketLocationConstraint,
  CreateBucketCommand,
  HeadBucketCommand,
  NotFound,
  PutBucketEncryptionCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { clientSettings } from "../live/aws-client";
import type { Caller } from "../live/sts";

/** Amazon S3 API Reference, CreateBucket: this region takes no LocationConstraint. */
const regionWithoutConstraint = "us-east-1";

/** Makes the bucket of the Terraform states, or puts its settings back: versioned, encrypted, private, TLS only. @returns whether it is new */
export async function ensureStateBucket(
  { region, environment }: Caller,
  partition: string,
  bucket: string,
): Promise<boolean> {
  const s3 = new S3Client(clientSettings(region, environment));
  const Bucket = bucket;
  try {
    const isNew = !(await exists(s3, bucket)) && (await create(s3, bucket, region));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
    await s3.send(
      new PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: {
          Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
      }),
    );
    await s3.send(
      new PutPublicAccessBlockCommand({
        Bucket,
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      }),
    );
    const arn = `arn:${partition}:s3:::${bucket}`;
    const tlsOnly = {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, `${arn}/*`],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [tlsOnly] });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    return isNew;
  } finally {
    s3.destroy();
  }
}

async function exists(s3: S3Client, bucket: string): Promise<boolean> {
  try {
    await s3.send(new HeadBucketCommand({ Bucket: bucket }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

async function create(s3: S3Client, bucket: string, region: string): Promise<boolean> {
  const LocationConstraint = region as BucketLocationConstraint;
  try {
    await s3.send(
      new CreateBucketCommand({
        Bucket: bucket,
        ...(region === regionWithoutConstraint ? {} : { CreateBucketConfiguration: { LocationConstraint } }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof BucketAlreadyOwnedByYou) return false;
    throw error;
  }
}
