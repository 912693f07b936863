import type { AwsCall, AwsResponse } from "./call";
import type { BackendConnection, BackendRequest } from "./backend";

/** Custom domain names of APIs, learned from the calls that make them. */
export interface CustomDomains {
  /** To be shown every answered API Gateway call. */
  learn(call: AwsCall, answer: AwsResponse): void;
  /** Sends a client's request to the API behind its host name; `undefined` when no API has that name. */
  serve(host: string, request: BackendRequest): Promise<{ account: string; answer: AwsResponse } | undefined>;
}

interface Mapping {
  readonly apiId: string;
  readonly apiMappingKey?: string;
  readonly stage: string;
}

export function createCustomDomains(ministack: BackendConnection): CustomDomains {
  const owners = new Map<string, string>();
  return {
    learn: (call, answer) => {
      if (call.service !== "apigateway" || answer.status >= 300) return;
      if (call.operation === "CreateDomainName") {
        const created: { domainName?: string } = JSON.parse(call.body.toString());
        if (created.domainName !== undefined) owners.set(created.domainName.toLowerCase(), call.account);
      }
      if (call.operation === "DeleteDomainName")
        owners.delete(decodeURIComponent(call.url.pathname.split("/").at(-1) ?? ""));
    },
    serve: async (host, request) => {
      const account = owners.get(host);
      if (account === undefined) return undefined;
      const mapping = longestMatch(await mappingsOf(ministack, account, host), request.path);
      const headers = { ...request.headers, host, "x-landfall-account": account };
      const path = mapping === undefined ? request.path : executePath(mapping, request.path);
      return { account, answer: await ministack.send({ ...request, path, headers }) };
    },
  };
}

async function mappingsOf(ministack: BackendConnection, account: string, host: string): Promise<readonly Mapping[]> {
  const answer = await ministack.send({
    method: "GET",
    path: `/v2/domainnames/${encodeURIComponent(host)}/apimappings`,
    headers: {
      host: "aws.internal",
      authorization: `AWS4-HMAC-SHA256 Credential=${account}/20200101/us-east-1/apigateway/aws4_request, SignedHeaders=host, Signature=0`,
    },
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
