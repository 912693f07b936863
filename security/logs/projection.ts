import type { LandingZone } from "../../declaration/model";

/**
 * Partitions by account, region and day that are computed, not crawled: Athena User Guide, "Set up partition projection" and "Dynamic ID
 * partitioning" (the account is `injected`).
 * @param template where a day's objects are; doubled dollars in it reach Athena as one: a single one would be a Terraform reference
 */
export function dailyProjection(zone: LandingZone, template: string): Readonly<Record<string, string>> {
  return {
    "projection.enabled": "true",
    "projection.account.type": "injected",
    "projection.region.type": "injected",
    "projection.day.type": "date",
    "projection.day.format": "yyyy/MM/dd",
    "projection.day.range": `NOW-${zone.logs.retentionDays}DAYS,NOW`,
    "storage.location.template": template,
  };
}
