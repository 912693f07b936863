import type { IdKey } from "../../declaration/ids";
import type { ClosedAccount } from "../../declaration/model";
import type { LiveAccount, LiveCreation } from "../../live/live-organization";
import type { Observation } from "./observation";

/** What is declared and what AWS has. */
type Compared = Pick<Observation, "zone" | "live">;

export function accountKey(name: string): IdKey {
  return `account/${name}`;
}

/**
 * The live account of a declared one: by the id in `ids.lock.json`, else by its email, which no two accounts of AWS share
 * (Organizations API Reference, CreateAccount). The management account is the organisation's.
 */
export function liveAccountOf({ zone, live }: Compared, account: ClosedAccount): LiveAccount | undefined {
  if (live === undefined) return undefined;
  if (account.name === zone.foundation.management.name)
    return live.accounts.find(({ id }) => id === live.managementAccountId);
  const key = accountKey(account.name);
  const byId = zone.ids.has(key) ? live.accounts.find(({ id }) => id === zone.ids.get(key)) : undefined;
  return byId ?? live.accounts.find(({ email }) => sameEmail(email, account.email));
}

export function sameEmail(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The requests to create an account, the latest first. AWS keeps only the name with them. */
export function creationsOf({ live }: Observation, { name, displayName }: ClosedAccount): readonly LiveCreation[] {
  return (live?.creations ?? [])
    .filter(({ accountName }) => accountName === name || accountName === displayName)
    .sort((a, b) => requestedAt(b) - requestedAt(a));
}

/** Milliseconds since 1970. */
export function requestedAt({ requestedAt: date }: LiveCreation): number {
  return date?.getTime() ?? 0;
}
