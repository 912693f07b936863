import type { LandingZone } from "../declaration/model";
import { sharedVpcOf } from "../declaration/shared-vpc";

/** A route domain with the accounts that have a network in it. */
export interface ReachedDomain {
  readonly domain: string;
  readonly accounts: readonly string[];
}

/** What an account's network can talk to; a connection needs routes both ways, and has them. */
export interface Reach {
  readonly domain: string;
  /** Name of the shared VPC that the account is in; `undefined` for one with a spoke of its own. */
  readonly sharedVpc: string | undefined;
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
  const account = zone.accounts.find((each) => each.name === name);
  const sharedVpc = account && sharedVpcOf(zone, account);
  const network = account?.network ?? sharedVpc;
  const own = zone.network.domains.find((domain) => domain.name === network?.domain);
  if (!network || !own) return undefined;
  const talking = zone.network.domains.filter(
    (other) => other.talksTo.includes(own.name) && own.talksTo.includes(other.name),
  );
  const reached = [own, ...talking];
  const others = (domain: string): ReachedDomain => ({
    domain,
    accounts: zone.accounts
      .filter((each) => (each.network ?? sharedVpcOf(zone, each))?.domain === domain && each.name !== name)
      .map((each) => each.name),
  });
  return {
    domain: own.name,
    sharedVpc: sharedVpc?.name,
    range: network.cidr,
    reaches: reached.map((domain) => others(domain.name)),
    doesNotReach: zone.network.domains
      .filter((domain) => !reached.includes(domain))
      .map((domain) => others(domain.name)),
    egress: own.egress,
  };
}
