import type { LandingZone } from "../../declaration/model";

/** What the route domains declare, whatever the routes say. */
export interface Declared {
  /** Whether what is sent from a member of one domain is to arrive at one of another, or at another of its own. */
  readonly talks: (from: string, to: string) => boolean;
  /** Whether a domain's VPCs are to have the way out by the egress VPC. */
  readonly egress: (domain: string) => boolean;
  /** Whether the way out leads to the internet: there is a NAT gateway. */
  readonly internet: boolean;
}

export function declaredBy({ network }: LandingZone): Declared {
  const domains = new Map(
    network.domains.map(({ name, talksTo, egress }) => [name, { talksTo: new Set(talksTo), egress }]),
  );
  return {
    talks: (from, to) => domains.get(from)?.talksTo.has(to) === true,
    egress: (domain) => domains.get(domain)?.egress === true,
    internet: network.egress.natGateways !== "none",
  };
}

/** What is declared about two domains, as a sentence. */
export function declaredText({ talks }: Declared, from: string, to: string): string {
  if (from === to)
    return talks(from, to)
      ? `${from} names itself: its members talk to each other`
      : `${from} does not name itself: its members do not talk to each other`;
  if (talks(from, to) && talks(to, from)) return `${from} and ${to} talk to each other`;
  if (talks(from, to)) return `${from} talks to ${to}, which does not talk to ${from}`;
  return `${from} does not talk to ${to}`;
}
