/** Fields of the access log (API Gateway guide, "Customizing HTTP API access logs"): no query string, no headers. */
const fields = {
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  method: "$context.httpMethod",
  route: "$context.routeKey",
  path: "$context.path",
  protocol: "$context.protocol",
  status: "$context.status",
  bytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  integrationMilliseconds: "$context.integrationLatency",
  integrationStatus: "$context.integrationStatus",
  error: "$context.error.message",
  integrationError: "$context.integrationErrorMessage",
} as const;

export const accessLogFormat = JSON.stringify(fields);

/** Those of a REST API (API Gateway guide, "Variables for access logging for API Gateway"): it has no routes, but keys of clients and a firewall. */
export const restAccessLogFormat = JSON.stringify({
  requestId: "$context.requestId",
  time: "$context.requestTime",
  ip: "$context.identity.sourceIp",
  method: "$context.httpMethod",
  route: "$context.httpMethod $context.resourcePath",
  path: "$context.path",
  protocol: "$context.protocol",
  status: "$context.status",
  bytes: "$context.responseLength",
  milliseconds: "$context.responseLatency",
  integrationMilliseconds: "$context.integration.latency",
  integrationStatus: "$context.integration.status",
  error: "$context.error.message",
  integrationError: "$context.integration.error",
  responseType: "$context.error.responseType",
  apiKeyId: "$context.identity.apiKeyId",
  firewallStatus: "$context.waf.status",
});
