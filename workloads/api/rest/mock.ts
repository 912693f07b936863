import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayIntegrationResponse } from "@cdktf/provider-aws/lib/api-gateway-integration-response";
import { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayMethodResponse } from "@cdktf/provider-aws/lib/api-gateway-method-response";
import type { RestContext } from "./rest-context";

/** A method that API Gateway answers always the same. */
export interface Mock {
  readonly name: string;
  readonly httpMethod: string;
  readonly resourceId: string;
  readonly status: number;
  /** `method.response.header.NAME` → value. */
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: an empty answer. */
  readonly body?: string;
}

/** A mock looks for its status in what a template makes of the request; without one for the body's type it would look in the body, and fail. */
const mediaTypes = [
  "application/json",
  "application/octet-stream",
  "application/x-www-form-urlencoded",
  "application/xml",
  "multipart/form-data",
  "text/plain",
];

/** API Gateway Developer Guide, "Set up mock integrations in API Gateway". */
export function addMock({ parts, api }: RestContext, mock: Mock): void {
  const { name, httpMethod, resourceId, status, headers, body } = mock;
  const at = { restApiId: api.id, resourceId, httpMethod };
  const statusCode = String(status);
  const method = parts.add(ApiGatewayMethod, name, { ...at, authorization: "NONE" });
  const integration = parts.add(ApiGatewayIntegration, name, {
    ...at,
    type: "MOCK",
    requestTemplates: Object.fromEntries(mediaTypes.map((type) => [type, JSON.stringify({ statusCode: status })])),
    passthroughBehavior: "NEVER",
    dependsOn: [method],
  });
  const response = parts.add(ApiGatewayMethodResponse, name, {
    ...at,
    statusCode,
    responseParameters: Object.fromEntries(Object.keys(headers).map((header) => [header, true])),
    dependsOn: [method],
  });
  parts.add(ApiGatewayIntegrationResponse, name, {
    ...at,
    statusCode,
    responseParameters: { ...headers },
    ...(body === undefined ? {} : { responseTemplates: { "application/json": body } }),
    dependsOn: [integration, response],
  });
}
