import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { AwsCredentialIdentity } from "@aws-sdk/types";
import { HttpProxyAgent } from "http-proxy-agent";
import { HttpsProxyAgent } from "https-proxy-agent";

/** Settings of any AWS SDK client. */
export interface ClientSettings {
  readonly region: string;
  readonly requestHandler: NodeHttpHandler;
  readonly maxAttempts: number;
  readonly endpoint?: string;
  readonly credentials?: AwsCredentialIdentity;
}

/**
 * SDK client settings from environment variables, read as Terraform reads them: AWS_ENDPOINT_URL, HTTP_PROXY, HTTPS_PROXY, NO_PROXY, and
 * the access key when there is one. Without one the SDK's own chain finds credentials (profile, SSO, web identity, instance).
 */
export function clientSettings(region: string, environment: NodeJS.ProcessEnv): ClientSettings {
  const endpoint = environment["AWS_ENDPOINT_URL"];
  const credentials = accessKey(environment);
  return {
    region,
    requestHandler: requestHandler(environment, endpoint ? new URL(endpoint).hostname : "amazonaws.com"),
    maxAttempts: 5,
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
  };
}

function accessKey(environment: NodeJS.ProcessEnv): AwsCredentialIdentity | undefined {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = environment;
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

function requestHandler(environment: NodeJS.ProcessEnv, host: string): NodeHttpHandler {
  const direct = `localhost,127.0.0.1,${variable(environment, "NO_PROXY")}`
    .split(",")
    .some((entry) => entry.trim() !== "" && (entry.trim() === "*" || host.endsWith(entry.trim())));
  const http = direct ? "" : variable(environment, "HTTP_PROXY");
  const https = direct ? "" : variable(environment, "HTTPS_PROXY");
  return new NodeHttpHandler({
    connectionTimeout: 10_000,
    ...(http ? { httpAgent: new HttpProxyAgent(http, { keepAlive: true }) } : {}),
    ...(https ? { httpsAgent: new HttpsProxyAgent(https, { keepAlive: true }) } : {}),
  });
}

/** Proxy variables are written in either case (curl, Go and Python read both). */
function variable(environment: NodeJS.ProcessEnv, name: string): string {
  return environment[name] ?? environment[name.toLowerCase()] ?? "";
}
