import type { AwsCall, AwsResponse } from "./call";

/** Where an API or a domain name lives. */
export interface ApiOwner {
  readonly account: string;
  readonly region: string;
}

/** A custom domain name; `isRest` when the REST API's (v1) call made it, whose mappings are others. */
export interface DomainName extends ApiOwner {
  readonly isRest: boolean;
}

/** Names under which clients reach APIs, learned from the answers to the calls that make them. */
export interface ApiNames {
  learn(call: AwsCall, answer: AwsResponse): void;
  domain(host: string): DomainName | undefined;
  api(apiId: string): ApiOwner | undefined;
}

export function createApiNames(): ApiNames {
  const domains = new Map<string, DomainName>();
  const apis = new Map<string, ApiOwner>();
  return {
    domain: (host) => domains.get(host),
    api: (apiId) => apis.get(apiId),
    learn: (call, answer) => {
      if (call.service !== "apigateway" || answer.status >= 300) return;
      const { account, region } = call;
      const named = decodeURIComponent(call.url.pathname.split("/").at(-1) ?? "");
      switch (call.operation) {
        case "CreateDomainName": {
          const isRest = !call.url.pathname.startsWith("/v2/");
          return void domains.set(textMember(answer, "domainName").toLowerCase(), { account, region, isRest });
        }
        case "DeleteDomainName":
          return void domains.delete(named.toLowerCase());
        case "CreateApi":
          return void apis.set(textMember(answer, "apiId"), { account, region });
        case "CreateRestApi":
          return void apis.set(textMember(answer, "id"), { account, region });
      }
    },
  };
}

function textMember(answer: AwsResponse, name: string): string {
  const members: Readonly<Record<string, unknown>> = JSON.parse(answer.body.toString());
  const value = members[name];
  return typeof value === "string" ? value : "";
}
