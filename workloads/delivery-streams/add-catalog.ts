import { AthenaWorkgroup } from "@cdktf/provider-aws/lib/athena-workgroup";
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { Delivered } from "./delivered";
import { databaseName, folders, workgroupName } from "./names";

/** A query over this much is stopped: about half a US dollar at Athena's price per terabyte. */
const scanLimitBytes = 100 * 1024 ** 3;

/** The database of the service's tables, and the workgroup to query them in, whose answers are encrypted and in the service's own bucket. */
export function addCatalog(stack: TerraformStack, { service, bucketName }: Delivered): GlueCatalogDatabase {
  resource(stack, AthenaWorkgroup, "delivered", {
    name: workgroupName(service),
    description: `Queries over what ${service} delivers`,
    configuration: {
      bytesScannedCutoffPerQuery: scanLimitBytes,
      enforceWorkgroupConfiguration: true,
      publishCloudwatchMetricsEnabled: false,
      resultConfiguration: {
        outputLocation: `s3://${bucketName}/${folders.queries}`,
        encryptionConfiguration: { encryptionOption: "SSE_S3" },
      },
    },
  });
  return resource(stack, GlueCatalogDatabase, "delivered", {
    name: databaseName(service),
    description: `What ${service} delivers`,
  });
}
