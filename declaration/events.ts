import type { Account, LandingZone } from "./model";

/** The account of the central event buses: the shared-services account of a zone that declares one. */
export function centerOfEvents({
  events,
  foundation,
}: Pick<LandingZone, "events" | "foundation">): Account | undefined {
  return Object.keys(events.buses).length > 0 ? foundation["shared-services"] : undefined;
}

/** Whether an account's service exchanges events with those of other accounts. */
export function joins({ service }: Pick<Account, "service">): boolean {
  return service?.eventBus !== undefined;
}

/** Accounts that do, in order of name. */
export function busMembers({ accounts }: Pick<LandingZone, "accounts">): readonly Account[] {
  return accounts.filter(joins).sort((a, b) => (a.name < b.name ? -1 : 1));
}
