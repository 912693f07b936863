import { exceptedAccounts } from "../../declaration/config-rules";
import type { LandingZone } from "../../declaration/model";

/** Ids of the accounts that a rule is not made in: the zone's own that are excepted or suspended, and all that others manage. */
export function excludedAccounts(zone: LandingZone, except: readonly string[]): string[] {
  const own = exceptedAccounts(zone, except).map(({ name }) => zone.ids.get(`account/${name}`));
  return [...new Set([...own, ...Object.keys(zone.foreign.accounts)])].sort();
}
