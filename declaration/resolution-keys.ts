import type { IdKey } from "./ids";
import type { LandingZone } from "./model";

/** What a VPC's queries are led by, as the network account shares it: forward rules, DNS firewall, query log. */
export function resolutionKeys({ dns }: LandingZone): readonly IdKey[] {
  return [
    ...Object.keys(dns.resolver?.forward ?? {}).map((domain): IdKey => `resolver-rule/${domain}`),
    ...(dns.firewall ? (["dns-firewall"] as const) : []),
    ...(dns.queryLogs ? (["query-log-config"] as const) : []),
  ];
}
