import type { AwsCall } from "./call";

/** A call of the gateway's own to a service of the query protocol, as one account. */
export function queryCall(
  service: string,
  account: string,
  parameters: Readonly<Record<string, string>> & { readonly Action: string },
): AwsCall {
  return {
    service,
    operation: parameters.Action,
    protocol: "query",
    account,
    principal: `arn:aws:iam::${account}:root`,
    region: "us-east-1",
    method: "POST",
    host: "aws.internal",
    url: new URL("http://aws.internal/"),
    headers: {
      authorization: unsignedAuthorization(account, service),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: Buffer.from(new URLSearchParams(parameters).toString()),
  };
}

/** An Authorization header that names an account and a service; emulators check no signature. */
export function unsignedAuthorization(account: string, service: string, region = "us-east-1"): string {
  return `AWS4-HMAC-SHA256 Credential=${account}/20200101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
}
