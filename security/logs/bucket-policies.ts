import type { LandingZone } from "../../declaration/model";
import { logBucketArn, type LogBucket } from "../../declaration/names";
import type { PolicyStatement } from "../../stack/policy-document";
import { trailArn } from "../trail-arn";

/** What each log bucket's policy says besides "TLS only". */
export const writers: Readonly<Record<LogBucket, (zone: LandingZone) => readonly PolicyStatement[]>> = {
  cloudtrail: organizationTrail,
  config: configDelivery,
  "flow-logs": (zone) => logDelivery(zone, "flow-logs"),
  "web-acl": (zone) => logDelivery(zone, "web-acl"),
  // Written by a role of the log archive itself.
  "api-access": () => [],
};

/** Whoever writes hands the object to the bucket's owner. */
const ownerControls = { "s3:x-amz-acl": "bucket-owner-full-control" };

/** CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail": the policy for an organization trail. */
function organizationTrail(zone: LandingZone): readonly PolicyStatement[] {
  const bucket = logBucketArn(zone, "cloudtrail");
  const management = zone.ids.get(`account/${zone.foundation.management.name}`);
  const source = { "aws:SourceArn": trailArn(zone) };
  const write = (Sid: string, owner: string): PolicyStatement => ({
    Sid,
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucket}/AWSLogs/${owner}/*`,
    Condition: { StringEquals: { ...ownerControls, ...source } },
  });
  return [
    {
      Sid: "CloudTrailChecksAcl",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: { StringEquals: source },
    },
    write("CloudTrailWritesManagement", management),
    write("CloudTrailWritesOrganization", zone.ids.get("organization")),
  ];
}

/**
 * AWS Config Developer Guide, "Permissions for the Amazon S3 Bucket for the AWS Config Delivery Channel": granting
 * access to the service principal. `aws:SourceOrgID` stands for the list of accounts, which would change with each one
 * (IAM User Guide, "AWS global condition context keys").
 */
function configDelivery(zone: LandingZone): readonly PolicyStatement[] {
  const bucket = logBucketArn(zone, "config");
  const organization = { "aws:SourceOrgID": zone.ids.get("organization") };
  return [
    {
      Sid: "ConfigChecksBucket",
      Effect: "Allow",
      Principal: { Service: "config.amazonaws.com" },
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: bucket,
      Condition: { StringEquals: organization },
    },
    {
      Sid: "ConfigWrites",
      Effect: "Allow",
      Principal: { Service: "config.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${bucket}/AWSLogs/*/Config/*`,
      Condition: { StringEquals: { ...ownerControls, ...organization } },
    },
  ];
}

/**
 * Amazon VPC User Guide, "Amazon S3 bucket permissions for flow logs", and AWS WAF Developer Guide, "Sending web ACL traffic logs to an
 * Amazon S3 bucket", which want the same; `aws:SourceOrgID` for the reason above.
 */
function logDelivery(zone: LandingZone, name: "flow-logs" | "web-acl"): readonly PolicyStatement[] {
  const bucket = logBucketArn(zone, name);
  const organization = { "aws:SourceOrgID": zone.ids.get("organization") };
  const ArnLike = { "aws:SourceArn": `arn:${zone.partition}:logs:*:*:*` };
  return [
    {
      Sid: "LogDeliveryChecksAcl",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: bucket,
      Condition: { StringEquals: organization, ArnLike },
    },
    {
      Sid: "LogDeliveryWrites",
      Effect: "Allow",
      Principal: { Service: "delivery.logs.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: `${bucket}/AWSLogs/*`,
      Condition: { StringEquals: { ...ownerControls, ...organization }, ArnLike },
    },
  ];
}

/** S3 User Guide, "Restricting access to only HTTPS requests". */
export function denyPlainHttp(bucketArn: string): PolicyStatement {
  return {
    Sid: "DenyPlainHttp",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
