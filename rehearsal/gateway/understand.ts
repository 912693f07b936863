import type { IncomingHttpHeaders } from "node:http";
import type { AwsCall, Protocol } from "./call";
import { credentialScope, type Callers } from "./caller";
import type { createOperationNamer } from "./operation";

/** A request admitted by the gateway, before anybody knows what it asks. */
export interface AdmittedRequest {
  readonly method: string;
  readonly host: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An unsigned request, or one of keys nobody handed out: nothing is forwarded for it. */
export interface Stranger {
  readonly stranger: string;
  readonly protocol: Protocol;
}

const unsignedActions: ReadonlySet<string> = new Set(["AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"]);

/**
 * Whether a request is a client's, to an API somebody deployed, and not to AWS. Some SDK operations put a prefix before
 * AWS's host name.
 */
export function isClientHost(host: string): boolean {
  return !/(^|[.-])aws\.internal$/.test(host) || /\.execute-api\./.test(host);
}

/** Reads service, operation and caller out of a request. */
export function understand(
  request: AdmittedRequest,
  callers: Callers,
  nameOperation: ReturnType<typeof createOperationNamer>,
  fallback: { readonly account: string; readonly region: string },
): AwsCall | Stranger {
  const scope = credentialScope(request);
  const signed = scope?.service ?? unsignedService(request);
  if (signed === undefined) return { stranger: "The request is not signed.", protocol: "rest-json" };
  // S3 Control signs as S3, and both have a PutPublicAccessBlock: the account's and a bucket's.
  const service = signed === "s3" && request.url.pathname.startsWith("/v20180820/") ? "s3-control" : signed;
  const url = service === "s3" ? pathStyle(request) : request.url;
  const named = nameOperation(service, { ...request, url });
  const caller =
    scope === undefined
      ? { account: fallback.account, principal: "anonymous" }
      : callers.find(scope.accessKey, request);
  if (caller === undefined) {
    return { stranger: "The security token included in the request is invalid.", protocol: named.protocol };
  }
  return { ...request, ...caller, ...named, url, service, region: scope?.region ?? fallback.region };
}

function unsignedService({ body, headers }: AdmittedRequest): string | undefined {
  if (headers["content-type"]?.startsWith("application/x-www-form-urlencoded") === true) {
    const action = new URLSearchParams(body.toString()).get("Action") ?? "";
    if (unsignedActions.has(action)) return "sts";
  }
  const target = headers["x-amz-target"];
  return typeof target === "string" && target.startsWith("AWSCognitoIdentity") ? "cognito-idp" : undefined;
}

/** `BUCKET.aws.internal/key` → `/BUCKET/key`. */
function pathStyle({ host, url }: AdmittedRequest): URL {
  const bucket = host.replace(/\.?aws\.internal$/, "");
  if (bucket === "") return url;
  const rewritten = new URL(url);
  rewritten.pathname = `/${bucket}${url.pathname}`;
  return rewritten;
}
