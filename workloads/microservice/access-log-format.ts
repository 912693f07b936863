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
