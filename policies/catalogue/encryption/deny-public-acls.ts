import type { Guardrail } from "../../guardrail";

/**
 * S3 User Guide, "Access control list (ACL) overview": canned ACLs; "Bucket policy examples using condition keys":
 * s3:x-amz-acl.
 */
export const denyPublicAcls: Guardrail = {
  name: "deny-public-acls",
  group: "encryption",
  kind: "scp",
  intent: "Nobody opens a bucket or an object to everyone by its ACL.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    {
      Sid: "DenyPublicAcls",
      Effect: "Deny",
      Action: ["s3:CreateBucket", "s3:PutBucketAcl", "s3:PutObject", "s3:PutObjectAcl"],
      Resource: "*",
      Condition: { StringEquals: { "s3:x-amz-acl": ["authenticated-read", "public-read", "public-read-write"] } },
    },
  ],
  claims: () => [
    {
      id: "no-public-buckets",
      sentence: "Nobody can give a bucket a canned ACL that opens it to everyone.",
      denied: {
        actions: ["s3:PutBucketAcl", "s3:CreateBucket"],
        when: { StringEquals: { "s3:x-amz-acl": ["public-read", "public-read-write", "authenticated-read"] } },
      },
    },
    {
      id: "no-public-objects",
      sentence: "Nobody can give an object a canned ACL that opens it to everyone.",
      denied: {
        actions: ["s3:PutObjectAcl", "s3:PutObject"],
        when: { StringEquals: { "s3:x-amz-acl": ["public-read", "public-read-write", "authenticated-read"] } },
      },
    },
  ],
};
