import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { logBucketName } from "../../declaration/names";
import { resource } from "../../stack/resource";
import { dailyProjection } from "./projection";

/** Version 2, the default: VPC User Guide, "Flow log records", and Athena User Guide, "Create and query a table for Amazon VPC flow logs". */
const columns: Readonly<Record<string, string>> = {
  version: "int",
  account_id: "string",
  interface_id: "string",
  srcaddr: "string",
  dstaddr: "string",
  srcport: "int",
  dstport: "int",
  protocol: "bigint",
  packets: "bigint",
  bytes: "bigint",
  start: "bigint",
  end: "bigint",
  action: "string",
  log_status: "string",
};

/** The flow logs of every VPC as a table `logs.vpc_flow_logs`, with the partitions of `logs.cloudtrail`. */
export function addFlowLogTable(stack: TerraformStack, zone: LandingZone, databaseName: string): void {
  const location = `s3://${logBucketName(zone, "flow-logs")}/AWSLogs`;
  resource(stack, GlueCatalogTable, "vpc_flow_logs", {
    name: "vpc_flow_logs",
    databaseName,
    tableType: "EXTERNAL_TABLE",
    parameters: {
      EXTERNAL: "TRUE",
      "skip.header.line.count": "1",
      ...dailyProjection(zone, `${location}/$\${account}/vpcflowlogs/$\${region}/$\${day}`),
    },
    partitionKeys: ["account", "region", "day"].map((name) => ({ name, type: "string" })),
    storageDescriptor: {
      location,
      inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
      outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
      serDeInfo: {
        serializationLibrary: "org.apache.hadoop.hive.serde2.lazy.LazySimpleSerDe",
        parameters: { "field.delim": " ", "serialization.format": " " },
      },
      columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    },
  });
}
