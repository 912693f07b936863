/**
 * Each is shorter than the one around it, so that the inner side gives up first and can say why.
 * API Gateway's own limit for an integration of an HTTP API is 30,000 ms (API Gateway quotas, "HTTP API").
 */
export const timeouts = {
  sdkRequestMilliseconds: 2000,
  sdkAttempts: 3,
  /** Of the one attempt to send a mail. */
  mailMilliseconds: 5000,
  functionSeconds: 10,
  integrationMilliseconds: 12_000,
  /** A consumer's function takes up to ten records, one after the other. */
  consumerSeconds: 30,
  /** Six times the function's, so that throttled deliveries are tried again first (Lambda guide, "Configuring a queue to use with Lambda"). */
  visibilitySeconds: 180,
} as const;
