import { proxiedRequest } from "../../../rehearsal/proxied-request";
import type { KeptAccount } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";

/**
 * Whether a function has logged a text, by CloudWatch Logs' FilterLogEvents in the account's own credentials. There is no client of it among the
 * packages, so the call is written out; the local AWS reads who calls and does not check signatures.
 */
export async function hasLogged(
  { environment }: KeptRehearsal,
  { lambda }: KeptAccount,
  functionName: string,
  text: string,
): Promise<boolean> {
  const { accessKeyId, sessionToken } = await lambda.config.credentials();
  const region = await lambda.config.region();
  const day = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const scope = `${accessKeyId}/${day}/${region}/logs/aws4_request`;
  const { status, body } = await proxiedRequest(
    environment["HTTP_PROXY"] ?? "",
    environment["AWS_ENDPOINT_URL"] ?? "http://aws.internal",
    {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": "Logs_20140328.FilterLogEvents",
        authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=none`,
        ...(sessionToken === undefined ? {} : { "x-amz-security-token": sessionToken }),
      },
      body: JSON.stringify({ logGroupName: `/aws/lambda/${functionName}`, filterPattern: `"${text}"` }),
    },
  );
  if (status !== 200) throw new Error(`FilterLogEvents of ${functionName} was answered ${status}: ${body}`);
  const { events = [] } = JSON.parse(body) as { readonly events?: readonly unknown[] };
  return events.length > 0;
}
