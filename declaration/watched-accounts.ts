import type { Account, LandingZone } from "./model";

/**
 * Accounts that the security tooling account makes members of a service by name, itself left out. Macie, Inspector and Detective enable by
 * themselves only accounts that join after they were told to (their user guides, on managing accounts with AWS Organizations).
 */
export function watchedAccounts({
  accounts,
  foundation,
}: Pick<LandingZone, "accounts" | "foundation">): readonly Account[] {
  const tooling = foundation["security-tooling"].name;
  return accounts.filter(({ name, status }) => status === "active" && name !== tooling);
}

/** Whether the security stack names the organisation's accounts. */
export function namesAccounts({ security }: Pick<LandingZone, "security">): boolean {
  return security.macie || security.detective || security.inspector.length > 0;
}
