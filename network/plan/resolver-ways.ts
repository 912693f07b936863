import type { LandingZone } from "../../declaration/model";

/** Which way queries pass the resolver's endpoints. */
export interface ResolverWays {
  readonly inbound: boolean;
  /** Domains whose queries are forwarded, in order of name, with the servers that answer. */
  readonly forwards: readonly (readonly [domain: string, servers: readonly string[]])[];
  readonly any: boolean;
}

export function resolvesFor({ dns: { resolver } }: LandingZone): ResolverWays {
  const inbound = resolver?.inbound === true;
  const forwards = Object.entries(resolver?.forward ?? {})
    .map(([domain, servers]) => [domain, [...servers].sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { inbound, forwards, any: inbound || forwards.length > 0 };
}
