import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/** The hub knows its domains by name; who talks to whom is the `routing` stack's. */
export function networkReads({ organization, foundation, network, dns }: LandingZone): Reads {
  const { inspection, endpoints, sharedVpcs, vpns, directConnects } = network;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, management: named(foundation.management) },
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
      dns,
    },
    ids: ["organization", `account/${foundation.management.name}`],
  };
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}
