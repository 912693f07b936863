/**
 * Each is shorter than the one around it, so that the inner side gives up first and can say why.
 * API Gateway's own limit for an integration of an HTTP API is 30,000 ms (API Gateway quotas, "HTTP API").
 */
export const timeouts = {
  sdkRequestMilliseconds: 2000,
  sdkAttempts: 3,
  functionSeconds: 10,
  integrationMilliseconds: 12_000,
} as const;
