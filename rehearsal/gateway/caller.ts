import type { IncomingHttpHeaders } from "node:http";

/** What a signed request says of itself. Signatures are not checked: the gateway's token keeps strangers out. */
export interface CredentialScope {
  readonly accessKey: string;
  readonly region: string;
  /** Signing name, for example `s3` or `monitoring`. */
  readonly service: string;
}

const scopePattern = /Credential=([^/\s,]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;

/**
 * The credential scope of a Signature Version 4 request, from its header or from a presigned URL; `undefined` when the
 * request is not signed ("Elements of an AWS API request signature", IAM User Guide).
 */
export function credentialScope(headers: IncomingHttpHeaders, url: URL): CredentialScope | undefined {
  const presigned = url.searchParams.get("X-Amz-Credential");
  const found = scopePattern.exec(presigned === null ? (headers.authorization ?? "") : `Credential=${presigned}`);
  if (found === null) return undefined;
  const [, accessKey = "", region = "", service = ""] = found;
  return { accessKey, region, service: service.toLowerCase() };
}

export interface Caller {
  /** Twelve-digit account id. */
  readonly account: string;
  /** ARN of the assumed role's session or of the account's root. */
  readonly principal: string;
}

/** Who holds which access key. */
export interface Callers {
  remember(accessKey: string, caller: Caller): void;
  /** `undefined` for a key nobody handed out. */
  find(accessKey: string, headers: IncomingHttpHeaders): Caller | undefined;
}

/** Keys the person who starts the rehearsal uses: the management account's. */
const managementKeys: ReadonlySet<string> = new Set(["test", "mock", "AKIAIOSFODNN7EXAMPLE"]);

export function createCallers(managementAccount: string, partition: string): Callers {
  const known = new Map<string, Caller>();
  const root = (account: string): Caller => ({ account, principal: `arn:${partition}:iam::${account}:root` });
  return {
    remember: (accessKey, caller) => void known.set(accessKey, caller),
    find: (accessKey, headers) => {
      if (managementKeys.has(accessKey)) return root(managementAccount);
      if (!/^\d{12}$/.test(accessKey)) return known.get(accessKey);
      return functionRole(accessKey, partition, headers) ?? root(accessKey);
    },
  };
}

/** Whether a Lambda handler calls. */
export function isFunction({ headers }: { readonly headers: IncomingHttpHeaders }): boolean {
  const token = headers["x-amz-security-token"];
  return typeof token === "string" && token.startsWith("landfall:");
}

/** A Lambda handler's session, as `rehearsal/emulators/ministack_server.py` writes it into the session token. */
function functionRole(account: string, partition: string, headers: IncomingHttpHeaders): Caller | undefined {
  const token = headers["x-amz-security-token"];
  if (typeof token !== "string" || !token.startsWith("landfall:")) return undefined;
  const [role = "", functionName = ""] = Buffer.from(token.slice("landfall:".length), "base64").toString().split(" ");
  const roleName = role.split("/").at(-1) ?? "";
  return { account, principal: `arn:${partition}:sts::${account}:assumed-role/${roleName}/${functionName}` };
}

/** The headers with the credential's access key replaced, for a backend that reads the account from it. */
export function withAccessKey(headers: IncomingHttpHeaders, accessKey: string): IncomingHttpHeaders {
  const { authorization } = headers;
  if (authorization === undefined) return headers;
  return { ...headers, authorization: authorization.replace(/Credential=[^/\s,]+\//, `Credential=${accessKey}/`) };
}
