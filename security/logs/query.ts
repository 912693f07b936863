import { AthenaWorkgroup } from "@cdktf/provider-aws/lib/athena-workgroup";
import { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { denyPlainHttp } from "./bucket-policies";
import { addCloudTrailTable } from "./cloudtrail-table";
import { addFlowLogTable } from "./flow-log-table";
import { addPrivateBucket } from "./private-bucket";
import { addSavedQueries } from "./saved-queries";

/** A query over this much is stopped: about 5 US dollars at Athena's price per terabyte. */
const scanLimitBytes = 1024 ** 4;

/** Athena over the logs, for whoever investigates in the log archive account; results are kept for a week. */
export function addLogQueries(stack: TerraformStack, zone: LandingZone, key: KmsKey): void {
  const accountId = zone.ids.get(`account/${zone.foundation["log-archive"].name}`);
  const name = `${zone.organization.name}-query-results-${accountId}`;
  addPrivateBucket(stack, "query-results", {
    name,
    key,
    policy: [denyPlainHttp(`arn:${zone.partition}:s3:::${name}`)],
    objectLock: false,
    lifecycle: [{ id: "expire", enabled: true, expiration: { days: 7 }, abortIncompleteMultipartUploadDays: 1 }],
  });
  const workgroup = resource(stack, AthenaWorkgroup, "logs", {
    name: "logs",
    description: "Queries over the organisation's logs",
    configuration: {
      bytesScannedCutoffPerQuery: scanLimitBytes,
      enforceWorkgroupConfiguration: true,
      publishCloudwatchMetricsEnabled: false,
      resultConfiguration: {
        outputLocation: `s3://${name}/`,
        encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
      },
    },
  });
  const database = resource(stack, GlueCatalogDatabase, "logs", {
    name: "logs",
    description: "Logs of the organisation",
  });
  addCloudTrailTable(stack, zone, database.name);
  addFlowLogTable(stack, zone, database.name);
  addSavedQueries(stack, { database: database.name, workgroup: workgroup.name });
}
