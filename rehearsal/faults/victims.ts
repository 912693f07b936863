import { STATUS_CODES } from "node:http";
import { awsError } from "../gateway/aws-error";
import type { AwsCall, AwsResponse } from "../gateway/call";
import { functionWorker } from "../gateway/caller";
import type { ServiceModels } from "../gateway/service-models";
import type { Victim } from "./inflict";
import { throttlingOf } from "./throttling";
import type { Workers } from "./workers";

/** A call to an AWS API: errors are worded in its protocol. */
export function callVictim(
  call: AwsCall,
  { models, workers }: { readonly models: ServiceModels; readonly workers: Workers },
  perform: () => Promise<AwsResponse>,
): Victim {
  return {
    perform,
    throttled: (message) => {
      const { code, status } = throttlingOf(models, call);
      return awsError(call.protocol, status, code, message);
    },
    refused: (status, code = "InternalFailure", message) => awsError(call.protocol, status, code, message),
    kill: () => workers.kill(functionWorker(call) ?? ""),
  };
}

/** A request to a deployed API: errors are worded as API Gateway words its own (API Gateway Developer Guide, "Gateway responses"). */
export function requestVictim(perform: () => Promise<AwsResponse>): Victim {
  const refused = (status: number): AwsResponse => ({
    status,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ message: STATUS_CODES[status] ?? "Error" })),
  });
  return { perform, throttled: () => refused(429), refused, kill: () => undefined };
}
