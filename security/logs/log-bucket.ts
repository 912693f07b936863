import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { S3Bucket, S3BucketLifecycleRule } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketObjectLockConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-object-lock-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn, logBucketName, type LogBucket } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { denyPlainHttp, writers } from "./bucket-policies";
import { addPrivateBucket } from "./private-bucket";

/**
 * Buckets whose every object is locked on arrival. AWS Config delivers to no bucket with a default retention (AWS Config
 * Developer Guide, "Managing the Delivery Channel"); its objects are kept by versioning and by the guardrail on logs.
 */
const lockedOnArrival: Readonly<Record<LogBucket, boolean>> = {
  cloudtrail: true,
  config: false,
  "flow-logs": true,
  "web-acl": true,
  "api-access": true,
};

/** A bucket of logs as other resources need it. */
export interface LogStore {
  readonly name: LogBucket;
  readonly bucket: S3Bucket;
  readonly versioning: S3BucketVersioningA;
}

/**
 * A bucket of logs: versioned, locked for `lockDays` and emptied after `retentionDays`. It has no access log of its own:
 * a bucket with Object Lock cannot receive one (S3 User Guide, "Enabling Amazon S3 server access logging"), and the
 * organisation's trail records who changes it.
 */
export function addLogBucket(stack: TerraformStack, zone: LandingZone, name: LogBucket, key: KmsKey): LogStore {
  const bucket = addPrivateBucket(stack, name, {
    name: logBucketName(zone, name),
    key,
    policy: [...writers[name](zone), denyPlainHttp(logBucketArn(zone, name))],
    objectLock: true,
    lifecycle: [
      {
        id: "expire",
        enabled: true,
        expiration: { days: zone.logs.retentionDays },
        ...tiersOf(zone),
        // What was deleted or overwritten can be brought back for as long as it was locked.
        noncurrentVersionExpiration: { days: zone.logs.lockDays },
        abortIncompleteMultipartUploadDays: 7,
      },
      // S3 does not take this in one rule with `days`.
      { id: "delete-markers", enabled: true, expiration: { expiredObjectDeleteMarker: true } },
    ],
  });
  const versioning = resource(stack, S3BucketVersioningA, name, {
    bucket: bucket.id,
    versioningConfiguration: { status: "Enabled" },
  });
  if (!lockedOnArrival[name]) return { name, bucket, versioning };
  resource(stack, S3BucketObjectLockConfigurationA, name, {
    bucket: bucket.id,
    rule: { defaultRetention: { mode: "GOVERNANCE", days: zone.logs.lockDays } },
    dependsOn: [versioning],
  });
  return { name, bucket, versioning };
}

/** Storage classes on the way to expiry, where the zone declares any: S3 User Guide, "Understanding and managing Amazon S3 storage classes". */
function tiersOf({ logs: { tiers } }: LandingZone): Pick<S3BucketLifecycleRule, "transition"> {
  const steps = [
    { storageClass: "STANDARD_IA", days: tiers?.infrequentAccessDays },
    { storageClass: "GLACIER_IR", days: tiers?.glacierDays },
    { storageClass: "DEEP_ARCHIVE", days: tiers?.deepArchiveDays },
  ];
  const transition = steps.flatMap(({ storageClass, days }) => (days === undefined ? [] : [{ storageClass, days }]));
  return transition.length > 0 ? { transition } : {};
}
