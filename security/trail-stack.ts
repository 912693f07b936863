import { Cloudtrail } from "@cdktf/provider-aws/lib/cloudtrail";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { logBucketName, trailName } from "../declaration/names";
import { recordIds } from "../stack/record-ids";
import { resource } from "../stack/resource";
import { addCisAlarms } from "./trail/add-cis-alarms";
import { eventSelectors } from "./trail/event-selectors";
import { addTrailLogGroup } from "./trail/log-group";

/**
 * The organisation's trail: management events of every account in every region, in the log archive. The first copy of management events
 * costs nothing; data events, Insights and alarms on a log group are charged for and off until the zone declares them.
 */
export function buildTrail(stack: TerraformStack, zone: LandingZone): void {
  const { insights, alarms } = zone.logs.trail;
  const selectors = eventSelectors(zone);
  const logGroup = alarms ? addTrailLogGroup(stack, zone) : undefined;
  resource(stack, Cloudtrail, "organization", {
    name: trailName(zone),
    s3BucketName: logBucketName(zone, "cloudtrail"),
    kmsKeyId: zone.ids.get("kms-key/logs"),
    isOrganizationTrail: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    enableLogging: true,
    ...(selectors.length > 0 ? { advancedEventSelector: selectors } : {}),
    ...(insights.length > 0 ? { insightSelector: insights.toSorted().map((insightType) => ({ insightType })) } : {}),
    ...logGroup?.settings,
    ...(logGroup ? { dependsOn: [...logGroup.needs] } : {}),
  });
  if (logGroup) addCisAlarms(stack, zone, logGroup.name);
  recordIds(stack, {});
}
