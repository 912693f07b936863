import { blankAccount, blankZone } from "../blank";
import { byName } from "../by-name";
import type { IdKey } from "../../ids";
import type { LandingZone, RouteDomain } from "../../model";
import { hubVpcs } from "../../names";
import { type Member, membersOf } from "../../routing/members";
import type { RoutePlan } from "../../routing/hub-routes";
import { planRoutes } from "../../routing/route-plan";
import { attachmentsIn, partOfTable } from "../../routing/table-part";
import type { Reads } from "../reads";

/**
 * What one route table holds, as the smallest zone that has the same table: its members, and those it learns, whichever other domains
 * these are in. So a move between two domains that it hears makes no difference to it.
 */
export function routesReads(zone: LandingZone, table: string): Reads {
  const plan = planRoutes(zone);
  const part = partOfTable(plan, table);
  const own = zone.network.domains.find(({ name }) => name === table);
  const named = attachmentsIn(part);
  const network = { ...blankZone.network, routingStacks: "per-domain" as const };
  if (!plan.tables.includes(table)) return { zone: { network }, ids: [] };
  return {
    zone: own ? domainZone(zone, own) : hubZone(zone, table, part),
    ids: [
      `route-table/${table}`,
      ...Object.entries(plan.attachments).flatMap(([name, key]): readonly IdKey[] => (named.has(name) ? [key] : [])),
    ],
  };
}

/** Names that no declared domain has. */
const heardDomain = "~heard";
const unheardDomain = "~unheard";
const listeningDomain = "~listening";

type Part = Required<Pick<Reads["zone"], "network" | "accounts">>;

/**
 * A route domain hears members of others, and those of its own when it names itself. Where it has egress, it drops what is for those networks
 * on premises that it does not hear.
 */
function domainZone(zone: LandingZone, own: RouteDomain): Part {
  const { inspection, endpoints, pool } = zone.network;
  const isInspected = inspection?.betweenDomains === true;
  const domainOf = ({ domain, cloud }: Member): string | undefined => {
    if (domain === own.name) return domain;
    if (own.talksTo.includes(domain)) return heardDomain;
    return own.egress && !cloud ? unheardDomain : undefined;
  };
  const members = membersOf(zone).flatMap((member) => {
    const domain = domainOf(member);
    return domain === undefined ? [] : [{ ...member, domain }];
  });
  const hears = (domain: string): boolean => members.some((member) => member.domain === domain);
  const passes = isInspected && hears(heardDomain);
  const talksTo = [
    ...(own.talksTo.includes(own.name) && hears(own.name) ? [own.name] : []),
    ...(hears(heardDomain) ? [heardDomain] : []),
  ];
  return part(members, (member) => (passes && member.domain === heardDomain) || isWritten(own, member), {
    pool,
    domains: [{ name: own.name, talksTo, egress: own.egress }],
    inspection: own.egress || passes ? inspecting(inspection, passes) : undefined,
    endpoints: serving(endpoints),
  });
}

/** Ranges on premises are written wherever they are heard, or dropped. */
function isWritten(own: RouteDomain, { domain, cloud }: Member): boolean {
  return !cloud && (domain === heardDomain || own.egress || own.talksTo.includes(own.name));
}

/** A VPC of the hub's own learns members, whichever domains these are in; where only passing ones are, a listener makes them pass. */
function hubZone(zone: LandingZone, table: string, { propagations, staticRoutes }: RoutePlan): Part {
  const { inspection, endpoints, pool } = zone.network;
  const isEndpoints = table === hubVpcs.endpoints;
  const learnt = new Set(propagations.map(({ attachment }) => attachment));
  const led = new Set(staticRoutes.flatMap(({ to }) => (to === "blackhole" ? [] : [to.attachment])));
  const members = membersOf(zone)
    .filter(({ name }) => learnt.has(name) || led.has(name))
    .map((member) => ({ ...member, domain: heardDomain }));
  const passes = members.some(({ cloud }) => !cloud);
  return part(members, ({ cloud }) => !cloud, {
    pool: table === hubVpcs.egress && inspection ? pool : "",
    domains: isEndpoints
      ? []
      : [
          { name: heardDomain, talksTo: [], egress: true },
          ...(passes ? [{ name: listeningDomain, talksTo: [heardDomain], egress: false }] : []),
        ],
    inspection: isEndpoints ? undefined : inspecting(inspection, passes),
    endpoints: isEndpoints ? serving(endpoints) : undefined,
  });
}

type HubPart = Pick<LandingZone["network"], "pool" | "domains" | "inspection" | "endpoints">;

/** @param readsRanges whether the ranges of a member stand in a route */
function part(members: readonly Member[], readsRanges: (member: Member) => boolean, hub: HubPart): Part {
  const shown = members.map((member) => ({ ...member, ranges: readsRanges(member) ? member.ranges : [] }));
  const isSpoke = ({ key }: Member): boolean => key.startsWith("attachment/");
  return {
    network: {
      ...blankZone.network,
      ...hub,
      routingStacks: "per-domain",
      sharedVpcs: byName(shown.filter((member) => member.cloud && !isSpoke(member))).map(
        ({ name, domain, ranges: [cidr] }) => ({ name, domain, prefixLength: 0, cidr }),
      ),
      // How a network on premises is connected is not read: a VPN stands for a Direct Connect too.
      vpns: byName(shown.filter(({ cloud }) => !cloud)).map(({ name, domain, ranges }) => ({
        name,
        domain,
        ranges: [...ranges],
        address: "",
        asn: 0,
      })),
    },
    accounts: byName(shown.filter(isSpoke)).map(({ name, domain, ranges: [cidr] }) => ({
      ...blankAccount,
      name,
      network: { domain, prefixLength: 0, cidr },
    })),
  };
}

type Inspection = LandingZone["network"]["inspection"];
type Endpoints = LandingZone["network"]["endpoints"];

function inspecting(inspection: Inspection, betweenDomains: boolean): Inspection {
  return inspection && { prefixLength: 0, cidr: undefined, allowedDomains: [], betweenDomains };
}

function serving(endpoints: Endpoints): Endpoints {
  return endpoints && { prefixLength: 0, cidr: undefined, services: [] };
}
