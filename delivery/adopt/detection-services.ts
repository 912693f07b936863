import { delegatedServices } from "../../declaration/trusted-services";
import type { LiveDelegation } from "../../live/live-governance";

/** Services that the security tooling account administers. */
const detectionServices: readonly string[] = [
  ...delegatedServices,
  "guardduty.amazonaws.com",
  "securityhub.amazonaws.com",
];

/** How many of these services an account administers. */
export function detectionServicesOf(account: string, delegations: readonly LiveDelegation[]): number {
  const services = delegations.find(({ accountId }) => accountId === account)?.servicePrincipals ?? [];
  return detectionServices.filter((service) => services.includes(service)).length;
}
