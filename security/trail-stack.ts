import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { logBucketName, trailName } from "../declaration/names";
import { recordIds } from "../stack/record-ids";
import { resource } from "../stack/resource";

/**
 * The organisation's trail: management events of every account in every region, in the log archive. The first copy of
 * management events costs nothing; data events and Insights are charged for and stay off.
 */
export function buildTrail(stack: TerraformStack, zone: LandingZone): void {
  resource(stack, Cloudtrail, "organization", {
    name: trailName(zone),
    s3BucketName: logBucketName(zone, "cloudtrail"),
    kmsKeyId: zone.ids.get("kms-key/logs"),
    isOrganizationTrail: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    enableLogging: true,
  });
  recordIds(stack, {});
}
