import { BcmdataexportsExport } from "@cdktf/provider-aws/lib/bcmdataexports-export";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { addCostBucket } from "./bucket";
import { exportQuery, exportTable } from "./columns";

/**
 * Costs and usage of the organisation as Parquet files, refreshed once a day at most (Data Exports User Guide, "Cost and Usage Report (CUR) 2.0"). Into a
 * bucket of the management account: hashicorp/aws 5.100.0 does not know the destination's owner (`S3BucketOwner`), without which Data Exports takes a bucket
 * of the caller's account alone.
 */
export function addCostExport(stack: TerraformStack, zone: LandingZone): void {
  const { export: declared } = zone.costs;
  if (declared === undefined) return;
  const { bucket, policy } = addCostBucket(stack, zone, declared.retentionDays);
  resource(stack, BcmdataexportsExport, "costs", {
    export: [
      {
        name: `${zone.organization.name}-costs`,
        dataQuery: [
          {
            queryStatement: exportQuery(declared.resources),
            tableConfigurations: {
              [exportTable]: {
                TIME_GRANULARITY: declared.granularity.toUpperCase(),
                INCLUDE_RESOURCES: declared.resources ? "TRUE" : "FALSE",
                INCLUDE_MANUAL_DISCOUNT_COMPATIBILITY: "FALSE",
                INCLUDE_SPLIT_COST_ALLOCATION_DATA: "FALSE",
              },
            },
          },
        ],
        destinationConfigurations: [
          {
            s3Destination: [
              {
                s3Bucket: bucket.bucket,
                s3Prefix: "cur",
                s3Region: zone.regions.home,
                s3OutputConfigurations: [
                  { overwrite: "OVERWRITE_REPORT", format: "PARQUET", compression: "PARQUET", outputType: "CUSTOM" },
                ],
              },
            ],
          },
        ],
        refreshCadence: [{ frequency: "SYNCHRONOUS" }],
      },
    ],
    // AWS writes a test object when the export is made.
    dependsOn: [policy],
  });
}
