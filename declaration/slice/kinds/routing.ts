import { blankAccount, blankService, blankZone, named } from "../blank";
import { byName } from "../by-name";
import type { IdKey } from "../../ids";
import type { Account, LandingZone } from "../../model";
import { hubTables, hubVpcIdKey, privateZones } from "../../names";
import { resolutionKeys } from "../../resolution-keys";
import { membersOf } from "../../routing/members";
import { peeringKey } from "../../routing/regional";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";
import { privateZonesOf, resolutionOf } from "./dns";
import { namedRegions } from "./regions";
import { routesReads } from "./routes";

/** Which account is in which domain, which domains talk, and who answers for which name. */
export function routingReads(zone: LandingZone, { table }: StackSpec): Reads {
  if (table !== undefined) return routesReads(zone, table);
  return zone.network.routingStacks === "one" ? wholeReads(zone) : hubReads(zone);
}

/** What `routing` keeps where each table has a stack of its own: all but the routes. No attachment but those of the hub's own VPCs is in it. */
function hubReads(zone: LandingZone): Reads {
  const { zone: read, ids } = wholeReads(withoutRoutes(zone));
  const attachments = new Set<IdKey>(membersOf(zone).map(({ key }) => key));
  return {
    zone: { ...read, network: { ...blankZone.network, ...read.network, routingStacks: "per-domain" } },
    ids: ids.filter((key) => !attachments.has(key)),
  };
}

/** A spoke is authorized to resolve private zones, and a shared VPC resolves and has a flow log, in whichever domain. */
function withoutRoutes(zone: LandingZone): LandingZone {
  const { foundation, network } = zone;
  const { inspection, sharedVpcs } = network;
  const resolves = ({ name }: Account): boolean => name !== foundation.network.name && privateZones(zone).length > 0;
  return {
    ...zone,
    accounts: zone.accounts.map((account) => ({
      ...account,
      network: account.network && resolves(account) ? { ...account.network, domain: "" } : undefined,
    })),
    network: {
      ...network,
      pool: "",
      domains: [],
      inspection: inspection && { ...inspection, betweenDomains: false },
      sharedVpcs: sharedVpcs.map((vpc) => ({ ...vpc, domain: "" })),
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
  // The network account's own spoke needs no authorization.
  const foreign = spokes.filter(({ name }) => name !== foundation.network.name);
  const zones = foreign.length + sharedVpcs.length > 0 ? privateZones(zone) : [];
  const resolution = resolutionOf(zone);
  const forwards = sharedVpcs.length > 0 ? resolution.resolver : undefined;
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
        domains: byName(
          network.domains.map((domain) => ({
            ...domain,
            talksTo: domain.talksTo.filter((name) => populated.has(name)).sort(),
          })),
        ),
        regions: namedRegions(network),
        transitGateway: { ...blankZone.network.transitGateway, flowLogs: network.transitGateway.flowLogs },
        inspection: inspection && { ...blankVpc, allowedDomains: [], betweenDomains: inspection.betweenDomains },
        endpoints: endpoints && {
          ...blankVpc,
          services: zones.length > 0 ? (privateZonesOf(zone).network.endpoints?.services ?? []) : [],
        },
        sharedVpcs: byName(
          sharedVpcs.map(({ name, domain, cidr }) => ({ ...blankVpc, name, domain, ...(rangesRead ? { cidr } : {}) })),
        ),
        vpns: byName(vpns.map(({ name, domain, ranges }) => ({ name, domain, ranges, address: "", asn: 0 }))),
        directConnects: byName(
          directConnects.map(({ name, domain, ranges }) => ({ name, domain, ranges, amazonSideAsn: 0 })),
        ),
      },
      dns: {
        ...resolution,
        resolver: forwards,
        ...(zones.length > 0 ? { privateSuffix: zone.dns.privateSuffix } : {}),
      },
      accounts: accounts
        .filter(({ network, service }) => network ?? service)
        .map((account) => routed(account, rangesRead)),
    },
    ids: [
      `account/${logArchive.name}`,
      "egress-attachment",
      ...(network.transitGateway.flowLogs ? (["transit-gateway"] as const) : []),
      ...hubTables(zone).map((table): IdKey => `route-table/${table}`),
      ...hubTables(zone)
        .filter((name) => name !== "egress")
        .map((name): IdKey => `hub-attachment/${name}`),
      ...(inspection ? (["hub-vpc/inspection"] as const) : []),
      ...members.map(({ name }): IdKey => `hub-attachment/${name}`),
      ...network.domains.map(({ name }): IdKey => `route-table/${name}`),
      ...network.regions.flatMap(({ name }): readonly IdKey[] => [`route-table/${name}`, peeringKey(name)]),
      ...spokes.map(({ name }): IdKey => `attachment/${name}`),
      ...[...hubTables(zone), ...sharedVpcs.map(({ name }) => name)].map(hubVpcIdKey),
      ...resolutionKeys(zone).filter((key) => forwards !== undefined || !key.startsWith("resolver-rule/")),
      ...zones.map((name): IdKey => `private-zone/${name}`),
      ...(zones.length > 0 ? foreign.map(({ name }): IdKey => `vpc/${name}`) : []),
      ...(services.length > 0 ? (["apex-zone"] as const) : []),
      ...services.map(({ name }): IdKey => `name-servers/${name}`),
    ],
  };
}

function routed({ name, network, service }: Account, rangeRead: boolean): Account {
  return {
    ...blankAccount,
    name,
    network: network && {
      domain: network.domain,
      prefixLength: 0,
      cidr: rangeRead ? network.cidr : undefined,
      ...(network.regions ? { regions: network.regions } : {}),
    },
    service: service && { ...blankService, domainName: service.domainName },
  };
}
