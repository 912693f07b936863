import type { ApiNames, ApiOwner } from "./api-names";
import type { BackendConnection, BackendRequest } from "./backend";
import type { AwsResponse } from "./call";
import { withAccessKey } from "./caller";
import { unsignedAuthorization } from "./internal-call";

interface Mapping {
  readonly apiId: string;
  readonly apiMappingKey?: string;
  readonly stage: string;
}

/**
 * Sends a client's request to the API behind its host name: a custom domain name, or the API's own
 * `API.execute-api.…`. `host` is in lower case and without a port.
 */
export async function serveClient(
  names: ApiNames,
  ministack: BackendConnection,
  host: string,
  request: BackendRequest,
): Promise<AwsResponse> {
  const send = ({ account }: ApiOwner, path: string): Promise<AwsResponse> => {
    // A signed call is looked up in the account of its access key, an unsigned one in the account named here.
    const headers = { ...withAccessKey(request.headers, account), host, "x-landfall-account": account };
    return ministack.send({ ...request, path, headers });
  };

  const [, apiId] = /^([a-z0-9]+)\.execute-api\./.exec(host) ?? [];
  const api = apiId === undefined ? undefined : names.api(apiId);
  if (api !== undefined) return send(api, request.path);

  if (isTokenEndpoint(host, request))
    return ministack.send({ ...request, headers: { ...request.headers, host: "aws.internal" } });

  const domain = names.domain(host);
  if (domain === undefined) return plain(404, `No API of the local AWS has the domain name ${host}.\n`);
  if (domain.isRest) return send(domain, request.path);
  const mapping = longestMatch(await mappingsOf(ministack, domain, host), request.path);
  return mapping === undefined ? forbidden : send(domain, executePath(mapping, request.path));
}

/**
 * Whether tokens of a user pool are asked for, at the pool's domain (Amazon Cognito Developer Guide, "The token issuer endpoint"). MiniStack finds the pool by
 * the client that asks.
 */
function isTokenEndpoint(host: string, { method, path }: BackendRequest): boolean {
  return (
    /^[a-z0-9-]+\.auth\.[a-z0-9-]+\.amazoncognito\.com$/.test(host) && method === "POST" && path === "/oauth2/token"
  );
}

/** What API Gateway answers on a domain name when no mapping fits the path. */
const forbidden: AwsResponse = {
  status: 403,
  headers: { "content-type": "application/json" },
  body: Buffer.from('{"message":"Forbidden"}'),
};

function plain(status: number, text: string): AwsResponse {
  return { status, headers: { "content-type": "text/plain" }, body: Buffer.from(text) };
}

async function mappingsOf(
  ministack: BackendConnection,
  { account, region }: ApiOwner,
  domainName: string,
): Promise<readonly Mapping[]> {
  const answer = await ministack.send({
    method: "GET",
    path: `/v2/domainnames/${encodeURIComponent(domainName)}/apimappings`,
    headers: { host: "aws.internal", authorization: unsignedAuthorization(account, "apigateway", region) },
    body: Buffer.alloc(0),
  });
  if (answer.status !== 200) return [];
  const { items = [] }: { items?: readonly Mapping[] } = JSON.parse(answer.body.toString());
  return items;
}

/** The longest mapping key that is a prefix of the path wins (API Gateway Developer Guide, "API mappings"). */
function longestMatch(mappings: readonly Mapping[], path: string): Mapping | undefined {
  const key = (mapping: Mapping): string => mapping.apiMappingKey ?? "";
  const fits = (mapping: Mapping): boolean =>
    key(mapping) === "" || `${path.split("?")[0] ?? ""}/`.startsWith(`/${key(mapping)}/`);
  return mappings.filter(fits).sort((a, b) => key(b).length - key(a).length)[0];
}

function executePath({ apiId, apiMappingKey = "", stage }: Mapping, path: string): string {
  const rest = apiMappingKey === "" ? path : path.slice(apiMappingKey.length + 1);
  return `/_aws/execute-api/${apiId}/${stage}${rest.startsWith("/") ? rest : `/${rest}`}`;
}
