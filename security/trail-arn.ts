import type { LandingZone } from "../declaration/model";
import { trailName } from "../declaration/names";

/** ARN of the organisation's trail, known before it exists. */
export function trailArn(zone: LandingZone): string {
  const management = zone.ids.get(`account/${zone.foundation.management.name}`);
  return `arn:${zone.partition}:cloudtrail:${zone.regions.home}:${management}:trail/${trailName(zone)}`;
}
