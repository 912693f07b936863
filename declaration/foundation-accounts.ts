import type { LandingZone } from "./model";

/** Names of the landing zone's own accounts, each once, in order. */
export function foundationAccounts({ foundation }: Pick<LandingZone, "foundation">): readonly string[] {
  return [...new Set(Object.values(foundation).map(({ name }) => name))].sort();
}
