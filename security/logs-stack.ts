import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { logBuckets } from "../declaration/names";
import { recordIds } from "../stack/record-ids";
import { addLogKey } from "./logs/key";
import { addLogBucket } from "./logs/log-bucket";
import { addLogQueries } from "./logs/query";

/** Where every account's logs end up, in the log archive account: one key, a bucket for each kind, Athena over them. */
export function buildLogs(stack: TerraformStack, zone: LandingZone): void {
  const key = addLogKey(stack, zone);
  for (const name of logBuckets) addLogBucket(stack, zone, name, key);
  addLogQueries(stack, zone, key);
  recordIds(stack, { "kms-key/logs": key.arn });
}
