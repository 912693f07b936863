import type { LandingZone } from "../declaration/model";

/** A route domain with the accounts that have a network in it. */
export interface ReachedDomain {
  readonly domain: string;
  readonly accounts: readonly string[];
}

/** What an account's network can talk to; a connection needs routes both ways, and has them. */
export interface Reach {
  readonly domain: string;
  /** `undefined` until the range is recorded. */
  readonly range: string | undefined;
  /** Its own domain first. */
  readonly reaches: readonly ReachedDomain[];
  readonly doesNotReach: readonly ReachedDomain[];
  /** Whether it has a default route to the egress VPC. */
  readonly egress: boolean;
}

/** The reach of an account by the route domains' `talksTo`; `undefined` for an account without a network. */
export function reachOf(zone: LandingZone, name: string): Reach | undefined {
  const network = zone.accounts.find((account) => account.name === name)?.network;
  const own = zone.network.domains.find((domain) => domain.name === network?.domain);
  if (!network || !own) return undefined;
  const talking = zone.network.domains.filter(
    (other) => other.talksTo.includes(own.name) && own.talksTo.includes(other.name),
  );
  const reached = [own, ...talking];
  const others = (domain: string): ReachedDomain => ({
    domain,
    accounts: zone.accounts
      .filter((account) => account.network?.domain === domain && account.name !== name)
      .map((account) => account.name),
  });
  return {
    domain: own.name,
    range: network.cidr,
    reaches: reached.map((domain) => others(domain.name)),
    doesNotReach: zone.network.domains
      .filter((domain) => !reached.includes(domain))
      .map((domain) => others(domain.name)),
    egress: own.egress,
  };
}
