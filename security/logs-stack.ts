import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { logBucketsOf } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";
import { recordIds } from "../stack/record-ids";
import { addApiAccessLogs } from "./logs/api-access";
import { addLogKey } from "./logs/key";
import { addLogBucket } from "./logs/log-bucket";
import { addLogQueries } from "./logs/query";
import { addReplicas } from "./logs/replicas";

/** Where every account's logs end up, in the log archive account: one key, a bucket for each kind, Athena over them; a copy where the zone declares it. */
export function buildLogs(stack: TerraformStack, zone: LandingZone, spec: StackSpec): void {
  const key = addLogKey(stack, zone);
  const stores = logBucketsOf(zone).map((name) => addLogBucket(stack, zone, name, key));
  addReplicas(stack, zone, spec, { key, stores });
  addApiAccessLogs(stack, zone, { key, stores });
  addLogQueries(stack, zone, key);
  recordIds(stack, { "kms-key/logs": key.arn });
}
