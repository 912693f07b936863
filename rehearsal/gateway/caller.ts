import type { IncomingHttpHeaders } from "node:http";

/** The parts of a request that its signature may be in. */
export interface SignedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly url: URL;
}

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
export function credentialScope({ headers, url }: SignedRequest): CredentialScope | undefined {
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
  find(accessKey: string, request: SignedRequest): Caller | undefined;
}

/** Keys the person who starts the rehearsal uses: the management account's. */
const managementKeys: ReadonlySet<string> = new Set(["test", "mock", "AKIAIOSFODNN7EXAMPLE"]);

export function createCallers(managementAccount: string, partition: string): Callers {
  const known = new Map<string, Caller>();
  const root = (account: string): Caller => ({ account, principal: `arn:${partition}:iam::${account}:root` });
  return {
    remember: (accessKey, caller) => void known.set(accessKey, caller),
    find: (accessKey, request) => {
      if (managementKeys.has(accessKey)) return root(managementAccount);
      if (!/^\d{12}$/.test(accessKey)) return known.get(accessKey);
      return functionRole(accessKey, partition, request) ?? root(accessKey);
    },
  };
}

/** Whether a Lambda handler calls, or made the presigned URL that is called. */
export function isFunction({ headers, url }: SignedRequest): boolean {
  return functionToken({ headers, url }) !== undefined;
}

/** Name of the process that a handler runs in; undefined for who is no handler. */
export function functionWorker(request: SignedRequest): string | undefined {
  return sessionOf(functionToken(request) ?? "").worker;
}

function sessionOf(token: string): { role: string; session: string; worker: string | undefined } {
  const [role = "", session = "", worker] = Buffer.from(token, "base64").toString().split(" ");
  return { role, session, worker };
}

/** The session token `rehearsal/emulators/ministack_session_token.py` makes for a handler: in a header, or in the query of a presigned URL. */
function functionToken({ headers, url }: SignedRequest): string | undefined {
  const token = headers["x-amz-security-token"] ?? url.searchParams.get("X-Amz-Security-Token");
  return typeof token === "string" && token.startsWith("landfall:") ? token.slice("landfall:".length) : undefined;
}

/** A Lambda handler's session, as its token says. */
function functionRole(account: string, partition: string, request: SignedRequest): Caller | undefined {
  const token = functionToken(request);
  if (token === undefined) return undefined;
  const { role, session } = sessionOf(token);
  const roleName = role.split("/").at(-1) ?? "";
  return { account, principal: `arn:${partition}:sts::${account}:assumed-role/${roleName}/${session}` };
}

/** The headers with the credential's access key replaced, for a backend that reads the account from it. */
export function withAccessKey(headers: IncomingHttpHeaders, accessKey: string): IncomingHttpHeaders {
  const { authorization } = headers;
  if (authorization === undefined) return headers;
  return { ...headers, authorization: authorization.replace(/Credential=[^/\s,]+\//, `Credential=${accessKey}/`) };
}
