import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/** The hub knows its domains by name; who talks to whom is the `routing` stack's. */
export function networkReads({ organization, foundation, network, dns }: LandingZone): Reads {
  const { inspection, endpoints, sharedVpcs, vpns, directConnects } = network;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        management: named(foundation.management),
        ...(dns.queryLogs ? { "log-archive": named(foundation["log-archive"]) } : {}),
      },
      network: {
        pool: network.pool,
        availabilityZones: network.availabilityZones,
        transitGateway: network.transitGateway,
        domains: byName(network.domains.map(({ name }) => ({ name, talksTo: [], egress: false }))),
        egress: { ...network.egress, prefixLength: 0 },
        inspection: inspection && {
          ...inspection,
          prefixLength: 0,
          allowedDomains: [...inspection.allowedDomains].sort(),
        },
        endpoints: endpoints && { ...endpoints, prefixLength: 0, services: [...endpoints.services].sort() },
        networkAcls: network.networkAcls,
        sharedVpcs: byName(sharedVpcs.map((vpc) => ({ ...vpc, prefixLength: 0 }))),
        vpns: byName(vpns),
        directConnects: byName(directConnects),
        ipam: network.ipam,
        routingStacks: blankZone.network.routingStacks,
      },
      dns: resolution(dns),
    },
    ids: [
      "organization",
      `account/${foundation.management.name}`,
      ...(dns.queryLogs ? [`account/${foundation["log-archive"].name}` as const] : []),
    ],
  };
}

/** A resolver that neither answers nor forwards has no endpoints. */
function resolution({ resolver, firewall, ...dns }: LandingZone["dns"]): LandingZone["dns"] {
  const forwards = Object.entries(resolver?.forward ?? {});
  return {
    ...dns,
    resolver:
      resolver && (resolver.inbound || forwards.length > 0)
        ? {
            inbound: resolver.inbound,
            forward: Object.fromEntries(forwards.map(([domain, servers]) => [domain, [...servers].sort()])),
          }
        : undefined,
    firewall: firewall && { ...firewall, block: [...firewall.block].sort() },
  };
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}
