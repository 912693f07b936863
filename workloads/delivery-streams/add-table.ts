import { GlueCatalogTable } from "@cdktf/provider-aws/lib/glue-catalog-table";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Catalog } from "./delivered";
import type { ColumnType } from "./definition";
import { partitionColumns, projectionOf } from "./partitions";

/** Records of a stream as a table under the stream's name: a line of JSON each (Athena User Guide, "OpenX JSON SerDe"). @param malformed what is no JSON */
export function addTable(
  stack: TerraformStack,
  { database, bucketName }: Catalog,
  stream: string,
  columns: Readonly<Record<string, ColumnType>>,
  malformed: "refused" | "left out" = "refused",
): void {
  const location = `s3://${bucketName}/${stream}/`;
  resource(stack, GlueCatalogTable, stream, {
    name: stream,
    databaseName: database.name,
    tableType: "EXTERNAL_TABLE",
    parameters: { EXTERNAL: "TRUE", classification: "json", ...projectionOf(location) },
    partitionKeys: partitionColumns.map((name) => ({ name, type: "string" })),
    storageDescriptor: {
      location,
      inputFormat: "org.apache.hadoop.mapred.TextInputFormat",
      outputFormat: "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat",
      serDeInfo: {
        serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
        // One line that is no JSON, which anybody may put on a data stream, would fail every query.
        ...(malformed === "left out" ? { parameters: { "ignore.malformed.json": "true" } } : {}),
      },
      columns: Object.entries(columns).map(([name, type]) => ({ name, type })),
    },
  });
}
