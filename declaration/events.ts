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

/** Services of the other accounts on an account's bus: name → the accounts that have it, in order. */
export function peersOf(
  zone: Pick<LandingZone, "accounts">,
  { name, service }: Pick<Account, "name" | "service">,
): Readonly<Record<string, readonly string[]>> {
  const peers = new Map<string, readonly string[]>();
  for (const other of busMembers(zone)) {
    if (other.service === undefined || other.name === name || other.service.eventBus !== service?.eventBus) continue;
    peers.set(other.service.name, [...(peers.get(other.service.name) ?? []), other.name]);
  }
  return Object.fromEntries(peers);
}

/** Accounts that do, in order of name. */
export function busMembers({ accounts }: Pick<LandingZone, "accounts">): readonly Account[] {
  return accounts.filter(joins).sort((a, b) => (a.name < b.name ? -1 : 1));
}
