import { blankAccount, blankService, blankZone, named } from "../blank";
import type { IdKey } from "../../ids";
import type { Account, LandingZone } from "../../model";
import { hubTables } from "../../names";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";
import { routesReads } from "./routes";

/** Which account is in which domain, which domains talk, and who answers for which name. */
export function routingReads(zone: LandingZone, { table }: StackSpec): Reads {
  if (table !== undefined) return routesReads(zone, table);
  if (zone.network.routingStacks === "one") return wholeReads(zone);
  const { zone: read, ids } = wholeReads(withoutMembers(zone));
  return { zone: { ...read, network: { ...blankZone.network, ...read.network, routingStacks: "per-domain" } }, ids };
}

/** What `routing` keeps where each table has a stack of its own: the hub's own VPCs, and the delegations. */
function withoutMembers(zone: LandingZone): LandingZone {
  const { inspection } = zone.network;
  return {
    ...zone,
    accounts: zone.accounts
      .filter(({ service }) => service !== undefined)
      .map((account) => ({ ...account, network: undefined })),
    network: {
      ...zone.network,
      pool: "",
      domains: [],
      inspection: inspection && { ...inspection, betweenDomains: false },
      sharedVpcs: [],
      vpns: [],
      directConnects: [],
    },
  };
}

function wholeReads(zone: LandingZone): Reads {
  const { organization, foundation, network, accounts } = zone;
  const { inspection, endpoints, sharedVpcs, vpns, directConnects } = network;
  const blankVpc = { prefixLength: 0, cidr: undefined };
  // A range is read where it is routed to the firewall; elsewhere the hub learns it.
  const rangesRead = inspection?.betweenDomains === true;
  const logArchive = named(foundation["log-archive"]);
  const spokes = accounts.filter((account) => account.network !== undefined);
  const services = accounts.filter((account) => account.service !== undefined);
  const members = [...sharedVpcs, ...vpns, ...directConnects];
  const populated = new Set([
    ...spokes.map((account) => account.network?.domain),
    ...members.map(({ domain }) => domain),
  ]);
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, "log-archive": logArchive },
      network: {
        ...blankZone.network,
        pool: network.pool,
        // Nothing is learnt from a domain in which there is no spoke.
        domains: network.domains
          .map((domain) => ({ ...domain, talksTo: domain.talksTo.filter((name) => populated.has(name)).sort() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        inspection: inspection && { ...blankVpc, allowedDomains: [], betweenDomains: inspection.betweenDomains },
        endpoints: endpoints && { ...blankVpc, services: [] },
        sharedVpcs: byName(
          sharedVpcs.map(({ name, domain, cidr }) => ({ ...blankVpc, name, domain, ...(rangesRead ? { cidr } : {}) })),
        ),
        vpns: byName(vpns.map(({ name, domain, ranges }) => ({ name, domain, ranges, address: "", asn: 0 }))),
        directConnects: byName(
          directConnects.map(({ name, domain, ranges }) => ({ name, domain, ranges, amazonSideAsn: 0 })),
        ),
      },
      accounts: accounts
        .filter(({ network, service }) => network ?? service)
        .map((account) => routed(account, rangesRead)),
    },
    ids: [
      `account/${logArchive.name}`,
      "egress-attachment",
      "egress-vpc",
      ...hubTables(zone).map((table): IdKey => `route-table/${table}`),
      ...hubTables(zone)
        .filter((name) => name !== "egress")
        .map((name): IdKey => `hub-attachment/${name}`),
      ...members.map(({ name }): IdKey => `hub-attachment/${name}`),
      ...network.domains.map(({ name }): IdKey => `route-table/${name}`),
      ...spokes.map(({ name }): IdKey => `attachment/${name}`),
      ...(services.length > 0 ? (["apex-zone"] as const) : []),
      ...services.map(({ name }): IdKey => `name-servers/${name}`),
    ],
  };
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function routed({ name, network, service }: Account, rangeRead: boolean): Account {
  return {
    ...blankAccount,
    name,
    network: network && { domain: network.domain, prefixLength: 0, cidr: rangeRead ? network.cidr : undefined },
    service: service && { ...blankService, domainName: service.domainName },
  };
}
