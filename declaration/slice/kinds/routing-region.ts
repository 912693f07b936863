import type { IdKey } from "../../ids";
import type { LandingZone } from "../../model";
import { peeringKey, planRegion, regionalMembersOf, regionTableKey } from "../../routing/regional";
import type { StackSpec } from "../../stacks";
import { blankAccount, blankZone, named } from "../blank";
import { byName } from "../by-name";
import type { Reads } from "../reads";

/** Everything with a range and a domain, wherever it is: what is far away is written, not learnt. */
export function routingRegionReads(zone: LandingZone, { region = "" }: StackSpec): Reads {
  const { organization, foundation, network, accounts } = zone;
  const { flowLogs } = network.transitGateway;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: {
        ...blankZone.foundation,
        ...(flowLogs ? { "log-archive": named(foundation["log-archive"]) } : {}),
      },
      network: {
        ...blankZone.network,
        pool: network.pool,
        domains: byName(network.domains).map(({ name, talksTo }) => ({
          name,
          talksTo: [...talksTo].sort(),
          egress: false,
        })),
        transitGateway: { ...blankZone.network.transitGateway, flowLogs },
        regions: network.regions.map(({ name }) => ({ name, pool: "", amazonSideAsn: 0 })),
        sharedVpcs: byName(network.sharedVpcs).map(({ name, domain, cidr }) => ({
          name,
          domain,
          cidr,
          prefixLength: 0,
        })),
        vpns: byName(network.vpns).map(({ name, domain, ranges }) => ({ name, domain, ranges, address: "", asn: 0 })),
        directConnects: byName(network.directConnects).map(({ name, domain, ranges }) => ({
          name,
          domain,
          ranges,
          amazonSideAsn: 0,
        })),
      },
      accounts: accounts.flatMap(({ name, network: spoke }) =>
        spoke ? [{ ...blankAccount, name, network: { ...spoke, prefixLength: 0 } }] : [],
      ),
    },
    ids: [
      peeringKey(region),
      ...planRegion(zone, region).tables.map((table): IdKey => regionTableKey(region, table)),
      ...regionalMembersOf(zone, region).map(({ key }) => key),
      ...(flowLogs ? ([`region-hub/${region}`, `account/${foundation["log-archive"].name}`] as const) : []),
    ],
  };
}
