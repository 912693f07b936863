import type { CloudtrailAdvancedEventSelector } from "@cdktf/provider-aws/lib/cloudtrail";
import type { LandingZone } from "../../declaration/model";
import { logBucketArn } from "../../declaration/names";

type DataEvents = LandingZone["logs"]["trail"]["dataEvents"][string];
type FieldSelector = { field: string } & Readonly<
  Partial<Record<"equalTo" | "startsWith" | "notStartsWith", string[]>>
>;

/**
 * Selectors of management events and of the data events that the zone declares; none while it declares none, for a trail without
 * selectors records all management events (CloudTrail API Reference, PutEventSelectors).
 */
export function eventSelectors(zone: LandingZone): CloudtrailAdvancedEventSelector[] {
  const declared = Object.entries(zone.logs.trail.dataEvents).sort(([a], [b]) => (a < b ? -1 : 1));
  if (declared.length === 0) return [];
  return [
    { name: "management", fieldSelector: [{ field: "eventCategory", equalTo: ["Management"] }] },
    ...declared.map(([name, events]) => ({ name, fieldSelector: fieldSelectors(zone, events) })),
  ];
}

function fieldSelectors(zone: LandingZone, { resourceType, access, resources }: DataEvents): FieldSelector[] {
  return [
    { field: "eventCategory", equalTo: ["Data"] },
    { field: "resources.type", equalTo: [resourceType] },
    ...(access === "all" ? [] : [{ field: "readOnly", equalTo: [String(access === "read")] }]),
    ...whichResources(zone, resourceType, resources),
  ];
}

/**
 * What the trail writes into its own bucket would be recorded, and written, and recorded (CloudTrail User Guide, "Logging data events",
 * on the bucket that receives the logs).
 */
function whichResources(zone: LandingZone, resourceType: string, resources: readonly string[]): FieldSelector[] {
  if (resources.length > 0) return [{ field: "resources.ARN", startsWith: resources.toSorted() }];
  if (resourceType !== "AWS::S3::Object") return [];
  return [{ field: "resources.ARN", notStartsWith: [`${logBucketArn(zone, "cloudtrail")}/`] }];
}
