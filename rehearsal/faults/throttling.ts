import type { AwsCall } from "../gateway/call";
import { modelDirectories } from "../gateway/model-names";
import type { ServiceModels } from "../gateway/service-models";

export interface ThrottlingError {
  readonly code: string;
  readonly status: number;
}

/** Codes that SDKs take for throttling (AWS SDKs and Tools Reference Guide, "Retry behavior"). */
const codes: ReadonlySet<string> = new Set([
  ...["BandwidthLimitExceeded", "PriorRequestNotComplete", "ProvisionedThroughputExceededException"],
  ...["RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown", "ThrottledException"],
  ...["Throttling", "ThrottlingException", "TooManyRequestsException"],
]);

/** Of services whose models say nothing of it (their API references, "Common errors"; for S3 and EC2, "Error codes"). */
const unmodelled: Readonly<Record<string, ThrottlingError>> = {
  s3: { code: "SlowDown", status: 503 },
  ec2: { code: "RequestLimitExceeded", status: 503 },
};

/** The error by which a service refuses this call when there are too many: what its model says of the operation comes first. */
export function throttlingOf(models: ServiceModels, { service, operation = "", protocol }: AwsCall): ThrottlingError {
  for (const directory of modelDirectories(service)) {
    const model = models.load(directory);
    for (const { shape } of model?.operations[operation]?.errors ?? []) {
      const { code = shape, httpStatusCode = 400 } = model?.shapes[shape]?.error ?? {};
      if (codes.has(code)) return { code, status: httpStatusCode };
    }
  }
  const known = unmodelled[service];
  if (known) return known;
  if (protocol === "query" || protocol === "ec2") return { code: "Throttling", status: 400 };
  return { code: "ThrottlingException", status: protocol.startsWith("rest-") ? 429 : 400 };
}
