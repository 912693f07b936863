import { detectionServices } from "../../declaration/trusted-services";
import type { LiveDelegation } from "../../live/live-governance";

/** How many of these services an account administers. */
export function detectionServicesOf(account: string, delegations: readonly LiveDelegation[]): number {
  const services = delegations.find(({ accountId }) => accountId === account)?.servicePrincipals ?? [];
  return detectionServices.filter((service) => services.includes(service)).length;
}
