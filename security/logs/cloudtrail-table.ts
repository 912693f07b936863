import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { cloudTrailColumns } from "./cloudtrail-columns";
import { dailyProjection } from "./projection";

/**
 * The organisation's trail as a table `logs.cloudtrail`. Its partitions are computed, not crawled: a query names the
 * account (`WHERE account = '…'`), a region and days.
 */
export function addCloudTrailTable(stack: TerraformStack, zone: LandingZone, databaseName: string): void {
  const location = `s3://${logBucketName(zone, "cloudtrail")}/AWSLogs/${zone.ids.get("organization")}`;
  resource(stack, GlueCatalogTable, "cloudtrail", {
    name: "cloudtrail",
    databaseName,
    tableType: "EXTERNAL_TABLE",
    parameters: {
      EXTERNAL: "TRUE",
      ...dailyProjection(zone, `${location}/$\${account}/CloudTrail/$\${region}/$\${day}`),
    },
    partitionKeys: ["account", "region", "day"].map((name) => ({ name, type: "string" })),
    storageDescriptor: {
      location,
      inputFormat: "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
      outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
      serDeInfo: {
        serializationLibrary: "org.apache.hive.hcatalog.data.JsonSerDe",
        parameters: { "serialization.format": "1" },
      },
      columns: Object.entries(cloudTrailColumns).map(([name, type]) => ({ name, type })),
    },
  });
}
