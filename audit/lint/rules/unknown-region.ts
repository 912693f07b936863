import { nearest } from "../../../engine/nearest";
import { regionsByPartition } from "../../../engine/universe/regions";
import { located } from "../located";
import { overlap } from "../overlap";
import { statementRule } from "../rule";
import { meant } from "../words";

const regions = Object.values(regionsByPartition).flat();

const keys = ["aws:requestedregion", "ec2:region", "account:targetregion"];

/** A region that AWS does not have ("AWS Regions and Availability Zones"), as the value of a key or in an ARN. */
export const unknownRegion = statementRule("unknown-region", "warning", ({ statement }) => [
  ...statement.conditions
    .filter(({ key }) => keys.includes(key.toLowerCase()))
    .flatMap(({ values, place }) => values.filter(isNone).map((region) => ({ ...remarkOn(region), place }))),
  ...located(statement.resource)
    .map(({ pattern, place }) => ({ region: regionOf(pattern), place }))
    .filter(({ region }) => isNone(region))
    .map(({ region, place }) => ({ ...remarkOn(region), place })),
]);

function isNone(region: string): boolean {
  return region !== "" && !regions.some((known) => overlap(region, known));
}

/** `arn:partition:service:region:account:resource`. */
function regionOf(arn: string): string {
  return arn.startsWith("arn:") ? (arn.split(":")[3] ?? "") : "";
}

function remarkOn(region: string): { readonly message: string; readonly remedy: string } {
  return {
    message: `AWS has no region ${region}${meant(nearest(region, regions))}`,
    remedy: "Correct the region's name.",
  };
}
