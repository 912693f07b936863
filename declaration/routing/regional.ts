import type { IdKey } from "../ids";
import type { LandingZone } from "../model";
import { regionalNetworkName } from "../names";
import { type Member, membersOf } from "./members";
import type { AttachmentInTable, RoutePlan, StaticRoute } from "./hub-routes";

/** A spoke beyond the home region. `name` tells it from the account's others. */
export interface RegionalMember extends Member {
  readonly account: string;
  readonly region: string;
}

/** Spokes beyond the home region: of one region, or of all. */
export function regionalMembersOf({ accounts, network }: LandingZone, only?: string): readonly RegionalMember[] {
  const regions = network.regions.map(({ name }) => name).filter((name) => only === undefined || name === only);
  return accounts.flatMap(({ name: account, network: spoke }) =>
    (spoke?.regions ?? [])
      .filter(({ region }) => regions.includes(region))
      .map(({ region, cidr }) => ({
        account,
        region,
        name: regionalNetworkName(account, region),
        domain: spoke?.domain ?? "",
        ranges: cidr === undefined ? [] : [cidr],
        key: `region-attachment/${region}/${account}` as const,
        cloud: true,
      })),
  );
}

/** Where the id of a peering is locked: it is the same on both sides. */
export function peeringKey(region: string): IdKey {
  return `peering/${region}`;
}

/** Where the id of a table of a region's hub is locked. */
export function regionTableKey(region: string, table: string): IdKey {
  return `region-route-table/${region}/${table}`;
}

/**
 * What the peerings add to the home region's hub, whose tables for them are called as the regions.
 *
 * A peering learns nothing: every route by way of it is written ("Transit gateway peering attachments", Amazon VPC Transit Gateways guide). Nor does
 * it tell the far side which table a packet came from, so that who may send is decided before: a domain's table holds the range of each spoke of
 * another region that it talks to, and the blackhole of the pool takes the rest. The table of a peering then knows every member of the
 * home region. Regions are peered with home alone; between two others, traffic passes through the home region's hub.
 */
export function peeringRoutes(zone: LandingZone): RoutePlan {
  const regions = zone.network.regions.map(({ name }) => name);
  const members = membersOf(zone);
  const elsewhere = regionalMembersOf(zone);
  return {
    attachments: Object.fromEntries(regions.map((region) => [region, peeringKey(region)])),
    tables: regions,
    associations: regions.map((region) => ({ attachment: region, table: region })),
    propagations: regions.flatMap((table) =>
      members.filter(({ cloud }) => cloud).map(({ name }) => ({ attachment: name, table })),
    ),
    staticRoutes: [
      ...zone.network.domains.flatMap(({ name: table, talksTo }) =>
        elsewhere
          .filter(({ domain }) => talksTo.includes(domain))
          .flatMap((member) => routesTo(table, farName(member.account, member.region), member, member.region)),
      ),
      ...regions.flatMap((table) => [
        ...members.filter(({ cloud }) => !cloud).flatMap((member) => routesTo(table, member.name, member, member.name)),
        ...elsewhere
          .filter(({ region }) => region !== table)
          .flatMap((member) => routesTo(table, farName(member.account, member.region), member, member.region)),
      ]),
    ],
  };
}

/**
 * What the hub of a region holds: a table for each route domain, and one, called as the home region, for what comes from there. No way leads out to
 * the internet, and none to interface endpoints.
 */
export function planRegion(zone: LandingZone, region: string): RoutePlan {
  const { home } = zone.regions;
  const { domains, pool } = zone.network;
  const own = regionalMembersOf(zone, region);
  const others = regionalMembersOf(zone).filter((member) => member.region !== region);
  const farAway: readonly { readonly name: string; readonly member: Member }[] = [
    ...membersOf(zone).map((member) => ({ name: farName(member.name, home), member })),
    ...others.map((member) => ({ name: farName(member.account, member.region), member })),
  ];
  const heard = (talksTo: readonly string[], { domain }: Member): boolean => talksTo.includes(domain);
  return {
    attachments: {
      ...Object.fromEntries(own.map(({ account, key }) => [account, key])),
      [home]: peeringKey(region),
    },
    tables: [...domains.map(({ name }) => name), home],
    associations: [
      ...own.map(({ account, domain }) => ({ attachment: account, table: domain })),
      { attachment: home, table: home },
    ],
    propagations: [
      ...domains.flatMap(({ name: table, talksTo }): readonly AttachmentInTable[] =>
        own.filter((member) => heard(talksTo, member)).map(({ account }) => ({ attachment: account, table })),
      ),
      ...own.map(({ account }) => ({ attachment: account, table: home })),
    ],
    staticRoutes: domains.flatMap(({ name: table, talksTo }): readonly StaticRoute[] => [
      { table, name: "blackhole", destination: pool, to: "blackhole" },
      ...farAway
        .filter(({ member }) => heard(talksTo, member))
        .flatMap(({ name, member }) => routesTo(table, name, member, home)),
    ]),
  };
}

/** Account or network first, as every route of an account is called. */
function farName(name: string, region: string): string {
  return `${name}--${region}`;
}

function routesTo(table: string, name: string, { ranges }: Member, attachment: string): readonly StaticRoute[] {
  return ranges.map((destination, index) => ({
    table,
    name: ranges.length === 1 ? name : `${name}-${index + 1}`,
    destination,
    to: { attachment },
  }));
}
