import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { cloudTrailColumns } from "./cloudtrail-columns";

/**
 * The organisation's trail as a table `logs.cloudtrail`. Its partitions are computed, not crawled: a query names the
 * account (`WHERE account = '…'`), a region and days.
 */
export function addCloudTrailTable(stack: TerraformStack, zone: LandingZone): void {
  const database = resource(stack, GlueCatalogDatabase, "logs", {
    name: "logs",
    description: "Logs of the organisation",
  });
  const location = `s3://${logBucketName(zone, "cloudtrail")}/AWSLogs/${zone.ids.get("organization")}`;
  resource(stack, GlueCatalogTable, "cloudtrail", {
    name: "cloudtrail",
    databaseName: database.name,
    tableType: "EXTERNAL_TABLE",
    parameters: { EXTERNAL: "TRUE", ...projection(zone, location) },
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

/** Athena User Guide, "Set up partition projection" and "Dynamic ID partitioning" (the account is `injected`). */
function projection(zone: LandingZone, location: string): Readonly<Record<string, string>> {
  return {
    "projection.enabled": "true",
    "projection.account.type": "injected",
    "projection.region.type": "injected",
    "projection.day.type": "date",
    "projection.day.format": "yyyy/MM/dd",
    "projection.day.range": `NOW-${zone.logs.retentionDays}DAYS,NOW`,
    // Doubled dollars reach Athena as one: a single one would be a Terraform reference.
    "storage.location.template": `${location}/$\${account}/CloudTrail/$\${region}/$\${day}`,
  };
}
