import { AthenaWorkgroup } from "@cdktf/provider-aws/lib/athena-workgroup";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { denyPlainHttp } from "./bucket-policies";
import { addCloudTrailTable } from "./cloudtrail-table";
import { addPrivateBucket } from "./private-bucket";

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
  resource(stack, AthenaWorkgroup, "logs", {
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
  addCloudTrailTable(stack, zone);
}
