import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { Reads } from "../reads";

/**
 * The hub knows its domains by name; who talks to whom is the `routing` stack's, but for networks on premises: a Direct Connect is told
 * the ranges of those that its domain talks to.
 */
export function networkReads({ organization, foundation, network, dns }: LandingZone): Reads {
  const { inspection, endpoints, sharedVpcs, vpns, directConnects } = network;
  const told = new Set(directConnects.map(({ domain }) => domain));
  const onPremises = new Set([...vpns, ...directConnects].map(({ domain }) => domain));
  const heard = (name: string, talksTo: readonly string[]): readonly string[] =>
    told.has(name) ? talksTo.filter((other) => onPremises.has(other)).sort() : [];
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, management: named(foundation.management) },
      network: {
        pool: network.pool,
        availabilityZones: network.availabilityZones,
        transitGateway: network.transitGateway,
        domains: byName(
          network.domains.map(({ name, talksTo }) => ({ name, talksTo: heard(name, talksTo), egress: false })),
        ),
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
