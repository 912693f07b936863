import type { AwsCall } from "./call";

/** A call of the gateway's own to a service of the query protocol, as one account. */
export function queryCall(
  service: string,
  account: string,
  parameters: Readonly<Record<string, string>> & { readonly Action: string },
  region = "us-east-1",
): AwsCall {
  return {
    service,
    operation: parameters.Action,
    protocol: "query",
    account,
    principal: `arn:aws:iam::${account}:root`,
    region,
    method: "POST",
    host: "aws.internal",
    url: new URL("http://aws.internal/"),
    headers: {
      authorization: unsignedAuthorization(account, service, region),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: Buffer.from(new URLSearchParams(parameters).toString()),
  };
}

/** An Authorization header that names an account and a service; emulators check no signature. */
export function unsignedAuthorization(account: string, service: string, region = "us-east-1"): string {
  return `AWS4-HMAC-SHA256 Credential=${account}/20200101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}

/** A call of the gateway's own to RAM. */
export function ramCall(account: string, region: string, operation: string, input: object): AwsCall {
  const path = `/${operation.toLowerCase()}`;
  return jsonCall({ service: "ram", operation, protocol: "rest-json", account, region, path, headers: {} }, input);
}

/** A call of the gateway's own to Organizations. */
export function organizationsCall(account: string, operation: string, input: object): AwsCall {
  const headers = { "x-amz-target": `AWSOrganizationsV20161128.${operation}` };
  const call = { service: "organizations", operation, account, region: "us-east-1", path: "/", headers };
  return jsonCall({ ...call, protocol: "json" }, input);
}

/** A call of the gateway's own to a service that takes JSON. */
export function jsonCall(
  call: Pick<AwsCall, "service" | "operation" | "protocol" | "account" | "region" | "headers"> & {
    readonly path: string;
  },
  input: object,
): AwsCall {
  const { path, ...rest } = call;
  return {
    ...rest,
    principal: `arn:aws:iam::${call.account}:root`,
    method: "POST",
    host: "aws.internal",
    url: new URL(path, "http://aws.internal"),
    headers: {
      ...call.headers,
      authorization: unsignedAuthorization(call.account, call.service, call.region),
      "content-type": call.protocol === "json" ? "application/x-amz-json-1.1" : "application/json",
    },
    body: Buffer.from(JSON.stringify(input)),
  };
}
