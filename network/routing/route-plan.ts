import type { Account, AccountNetwork, LandingZone } from "../../declaration/model";
import { egressDomain } from "../../declaration/names";

/** An attachment by the account that owns it, and a Transit Gateway route table by its domain. */
export interface AttachmentInTable {
  readonly account: string;
  readonly table: string;
}

/** What every route table of the hub holds, as data. Tables are named by domain, the egress VPC's `egress`. */
export interface RoutePlan {
  /** Table each spoke's traffic is looked up in: its own domain's and no other. */
  readonly associations: readonly AttachmentInTable[];
  /** Tables that learn a spoke's range. */
  readonly propagations: readonly AttachmentInTable[];
  /** Tables whose default route leads to the egress VPC. */
  readonly defaultRoutes: readonly string[];
  /** Tables that drop what is left of the pool: every declared domain's. */
  readonly blackholes: readonly string[];
}

/**
 * Derives the hub's routes from the domains.
 *
 * `talksTo` is directed: domain A's table learns B's spokes if and only if A talks to B, so a conversation needs both
 * directions declared. A domain whose spokes talk to each other names itself. The longest prefix wins, so a learnt
 * range comes before the blackhole of the pool, and the blackhole before the default route: a spoke with egress
 * reaches no other spoke by way of the egress VPC. The egress table learns the spokes of the domains with egress only.
 */
export function planRoutes(zone: LandingZone): RoutePlan {
  const { domains } = zone.network;
  const spokes = zone.accounts.filter((account): account is Spoke => account.network !== undefined);
  const into = (table: string, accepts: (domain: string) => boolean): AttachmentInTable[] =>
    spokes.filter(({ network }) => accepts(network.domain)).map(({ name }) => ({ account: name, table }));
  const withEgress = domains.filter(({ egress }) => egress).map(({ name }) => name);
  return {
    associations: spokes.map(({ name, network }) => ({ account: name, table: network.domain })),
    propagations: [
      ...domains.flatMap(({ name, talksTo }) => into(name, (domain) => talksTo.includes(domain))),
      ...into(egressDomain, (domain) => withEgress.includes(domain)),
    ],
    defaultRoutes: withEgress,
    blackholes: domains.map(({ name }) => name),
  };
}

interface Spoke extends Account {
  readonly network: AccountNetwork;
}
