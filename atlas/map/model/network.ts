import type { LandingZone } from "../../../declaration/model";
import { hubVpcs } from "../../../declaration/names";
import { planNetwork } from "../../../network/plan/network-plan";
import { sideOf } from "../../../network/reachability/connection";
import { everyWay } from "../../../network/reachability/every-way";
import { kindsOf } from "../../../network/reachability/kinds";
import { type MappedNetwork, mapNetwork, type NetworkMap } from "../../../network/reachability/map";
import { internet, outside } from "../../../network/reachability/outside";
import { isInspected, tcp443, toEndpoints } from "./ways";

/** What is attached to the hub, sorted into groups that every table treats alike, and which group reaches which. */
export interface NetworkPicture {
  readonly pool: string;
  readonly domains: readonly { readonly name: string; readonly talksTo: readonly string[]; readonly egress: boolean }[];
  readonly hub: readonly HubVpcPicture[];
  readonly groups: readonly NetworkGroup[];
  /** A connection on TCP 443 comes about: routes, network ACLs and the firewall let it pass there and back. */
  readonly reaches: readonly Reaches[];
}

export interface HubVpcPicture {
  readonly name: string;
  readonly ranges: readonly string[];
  readonly detail: string;
}

export interface NetworkGroup {
  /** The domain's name, with that of a member where the domain has several groups. */
  readonly name: string;
  readonly domain: string;
  readonly members: readonly NetworkMember[];
}

export interface NetworkMember {
  readonly name: string;
  readonly kind: "VPC" | "on premises";
  readonly ranges: readonly string[];
}

export interface Reaches {
  readonly from: string;
  /** A group, `internet`, `egress` (the egress VPC, where traffic ends without NAT gateways) or `endpoints`. */
  readonly to: string;
  /** Whether the firewall of the inspection VPC sees it. */
  readonly inspected: boolean;
}

export function networkOf(zone: LandingZone): NetworkPicture {
  const map = mapNetwork(planNetwork(zone));
  const kinds = kindsOf(map);
  const groups = named(kinds.map(({ domain, members }) => ({ domain, members })));
  return {
    pool: zone.network.pool,
    domains: zone.network.domains.map(({ name, talksTo, egress }) => ({ name, talksTo, egress })),
    hub: hubOf(zone, map),
    groups: groups.map(({ name, domain, members }) => ({ name, domain, members: members.map(memberOf) })),
    reaches: groups.flatMap((from) => [
      ...groups.flatMap((to) => between(map, from, to)),
      ...outwards(map, from),
      ...(toEndpoints(map, from.members[0]) ? [{ from: from.name, to: hubVpcs.endpoints, inspected: false }] : []),
    ]),
  };
}

interface Group {
  readonly name: string;
  readonly domain: string;
  readonly members: readonly MappedNetwork[];
}

function named(groups: readonly Omit<Group, "name">[]): readonly Group[] {
  return groups.map((group) => {
    const isOnly = groups.filter(({ domain }) => domain === group.domain).length === 1;
    return { ...group, name: isOnly ? group.domain : `${group.domain}: ${group.members[0]?.network.name ?? ""}` };
  });
}

function memberOf({ network: { name, vpc, ranges } }: MappedNetwork): NetworkMember {
  return { name, kind: vpc === undefined ? "on premises" : "VPC", ranges };
}

/** Two members of a group stand for all of them; a group of one has nobody to reach within it. */
function between(map: NetworkMap, from: Group, to: Group): readonly Reaches[] {
  const source = from.members[0];
  const target = from === to ? to.members[1] : to.members[0];
  if (source === undefined || target === undefined) return [];
  const { connection } = everyWay(map, sidesOf(source), sidesOf(target), tcp443);
  return connection.stops ? [] : [{ from: from.name, to: to.name, inspected: isInspected(connection) }];
}

function outwards(map: NetworkMap, { name, members }: Group): readonly Reaches[] {
  const [source] = members;
  if (source === undefined) return [];
  const { connection } = everyWay(map, sidesOf(source), [outside(map)], tcp443);
  const inspected = isInspected(connection);
  if (connection.stops === undefined) return [{ from: name, to: internet, inspected }];
  const arrives = connection.there.hops.some(({ network }) => network === hubVpcs.egress);
  return arrives ? [{ from: name, to: hubVpcs.egress, inspected }] : [];
}

function sidesOf(network: MappedNetwork): ReturnType<typeof sideOf>[] {
  return network.ranges.map(({ first }) => sideOf(network, first));
}

function hubOf({ network: { egress, inspection, endpoints } }: LandingZone, map: NetworkMap): readonly HubVpcPicture[] {
  const details: Readonly<Record<string, string>> = {
    egress: egress.natGateways === "none" ? "no NAT gateway" : `NAT gateways: ${egress.natGateways}`,
    inspection: inspection ? `firewall${inspection.betweenDomains ? ", between domains too" : ""}` : "",
    endpoints: endpoints?.services.join(", ") ?? "",
  };
  return Object.values(hubVpcs).flatMap((name) => {
    const found = map.networks.get(name)?.network;
    return found ? [{ name, ranges: found.ranges, detail: details[name] ?? "" }] : [];
  });
}
