import type { EmulatorName } from "../emulators/start-emulators";
import { awsError } from "./aws-error";
import type { BackendConnection } from "./backend";
import type { AwsCall, AwsResponse } from "./call";
import { withAccessKey } from "./caller";

/** Sends a call to one emulator, as that emulator learns the account. */
export type EmulatedAws = (name: EmulatorName, call: AwsCall) => Promise<AwsResponse>;

export function emulatedAws(connections: Readonly<Record<EmulatorName, BackendConnection>>): EmulatedAws {
  return async (name, call) => {
    const request = {
      method: call.method,
      path: call.url.pathname + rewritePresigned(call).search,
      headers: {
        ...withAccessKey(call.headers, call.account),
        host: hostOf(call),
        ...accountHeader(name, call.account),
      },
      body: call.body,
    };
    try {
      return await connections[name].send(request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // 400, for SDKs retry 5xx for minutes and an emulator that has ended stays so.
      return awsError(
        call.protocol,
        400,
        "EmulatorFailed",
        `${name}, which serves ${call.service}, gave no answer: ${reason}`,
      );
    }
  };
}

/** moto reads `x-moto-account-id` (moto docs, "Multi-Account support"); MiniStack a twelve-digit access key. */
function accountHeader(name: EmulatorName, account: string): Record<string, string> {
  return name === "moto" ? { "x-moto-account-id": account } : { "x-landfall-account": account };
}

function rewritePresigned(call: AwsCall): URL {
  const credential = call.url.searchParams.get("X-Amz-Credential");
  if (credential === null) return call.url;
  const url = new URL(call.url);
  url.searchParams.set("X-Amz-Credential", credential.replace(/^[^/]+/, call.account));
  return url;
}

/** moto would take `aws` in `aws.internal` for a bucket. */
function hostOf({ service, region }: AwsCall): string {
  return service.startsWith("s3") ? `${service}.${region}.amazonaws.com` : "aws.internal";
}
