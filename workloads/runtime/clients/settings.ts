import { timeouts } from "../../timeouts";

/**
 * All attempts together end before the function does, so that something slow becomes a logged error, not a timeout. In the
 * mode `standard` the SDK waits a random part of an exponentially growing time between them (SDKs and Tools Reference
 * Guide, "Retry behavior").
 */
export const clientSettings = {
  maxAttempts: timeouts.sdkAttempts,
  retryMode: "standard",
  requestHandler: { connectionTimeout: 1000, requestTimeout: timeouts.sdkRequestMilliseconds },
} as const;

/** A resource's name as synth gave it to the function. @throws Error when nothing the function declares names it */
export function fromEnvironment(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`the function declares nothing that gives it ${variable}`);
  return value;
}
