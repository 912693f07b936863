import { row, type TypeActions } from "./row";

/** The configuration of a bucket that the provider reads whenever it reads the bucket. */
const bucketRead = [
  "ListBucket",
  "GetAccelerateConfiguration",
  "GetBucketAcl",
  "GetBucketCORS",
  "GetBucketLogging",
  "GetBucketObjectLockConfiguration",
  "GetBucketPolicy",
  "GetBucketRequestPayment",
  "GetBucketTagging",
  "GetBucketVersioning",
  "GetBucketWebsite",
  "GetEncryptionConfiguration",
  "GetLifecycleConfiguration",
  "GetReplicationConfiguration",
].join(" ");

/** Buckets, and what reads the logs in them. */
export const storageActions: Readonly<Record<string, TypeActions>> = {
  aws_athena_workgroup: row("athena", {
    create: "CreateWorkGroup TagResource",
    read: "GetWorkGroup ListTagsForResource",
    update: "UpdateWorkGroup TagResource UntagResource",
    delete: "DeleteWorkGroup",
  }),
  aws_glue_catalog_database: row("glue", {
    create: "CreateDatabase TagResource",
    read: "GetDatabase GetTags",
    update: "UpdateDatabase TagResource UntagResource",
    delete: "DeleteDatabase",
  }),
  aws_glue_catalog_table: row("glue", {
    create: "CreateTable",
    read: "GetTable GetPartitionIndexes",
    update: "UpdateTable",
    delete: "DeleteTable",
  }),
  aws_s3_bucket: row("s3", {
    create: "CreateBucket PutBucketTagging PutBucketObjectLockConfiguration PutBucketVersioning",
    read: bucketRead,
    update: "PutBucketTagging",
    delete: "DeleteBucket",
  }),
  aws_s3_bucket_object_lock_configuration: row("s3", {
    create: "PutBucketObjectLockConfiguration",
    read: "GetBucketObjectLockConfiguration",
    update: "PutBucketObjectLockConfiguration",
    delete: "PutBucketObjectLockConfiguration",
  }),
  aws_s3_bucket_ownership_controls: row("s3", {
    create: "PutBucketOwnershipControls",
    read: "GetBucketOwnershipControls",
    update: "PutBucketOwnershipControls",
    delete: "PutBucketOwnershipControls",
  }),
  aws_s3_bucket_policy: row("s3", {
    create: "PutBucketPolicy",
    read: "GetBucketPolicy",
    update: "PutBucketPolicy",
    delete: "DeleteBucketPolicy",
  }),
  aws_s3_bucket_public_access_block: row("s3", {
    create: "PutBucketPublicAccessBlock",
    read: "GetBucketPublicAccessBlock",
    update: "PutBucketPublicAccessBlock",
    delete: "PutBucketPublicAccessBlock",
  }),
  aws_s3_bucket_server_side_encryption_configuration: row("s3", {
    create: "PutEncryptionConfiguration",
    read: "GetEncryptionConfiguration",
    update: "PutEncryptionConfiguration",
    delete: "PutEncryptionConfiguration",
  }),
  aws_s3_bucket_versioning: row("s3", {
    create: "PutBucketVersioning",
    read: "GetBucketVersioning",
    update: "PutBucketVersioning",
    delete: "PutBucketVersioning",
  }),
  // Not a resource: Terraform's own state and its lock file ("S3 backend", Terraform language documentation, "Permissions Required").
  "terraform state": row("s3", { read: "ListBucket GetObject", update: "PutObject", delete: "DeleteObject" }),
};
