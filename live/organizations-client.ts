import { OrganizationsClient } from "@aws-sdk/client-organizations";
import { clientSettings } from "./aws-client";
import type { Caller } from "./sts";

/**
 * Client for reading a whole organisation. AWS throttles each read of the Organizations API at a few a second (Organizations User
 * Guide, "Throttling limits"): the adaptive mode slows the client down to what is let through, so that more attempts do no harm.
 */
export function organizationsClient({ region, environment }: Caller): OrganizationsClient {
  return new OrganizationsClient({ ...clientSettings(region, environment), retryMode: "adaptive", maxAttempts: 12 });
}
