import type { IdKey } from "../ids";
import type { LandingZone } from "../model";
import { hubVpcs } from "../names";
import type { RoutePlan, StaticRoute } from "./hub-routes";
import { type Member, membersOf } from "./members";
import { peeringRoutes } from "./regional";

const anywhere = "0.0.0.0/0";

/**
 * Derives the hub's routes from the domains.
 *
 * `talksTo` is directed: domain A's table learns B's members if and only if A talks to B, so a conversation needs both
 * directions declared. A domain whose members talk to each other names itself. The longest prefix wins, so a learnt
 * range comes before the blackhole of the pool, and the blackhole before the default route: a spoke with egress
 * reaches no other spoke by way of the egress VPC. Ranges on premises lie outside the pool, so where there is a default route
 * those that a domain does not talk to are blackholes, too. The egress table learns the members of the domains with egress only.
 *
 * With an inspection VPC the default routes lead there, and only it leads on to the egress VPC, whose answers come back through it.
 * Where it inspects between domains too, a domain's table holds static routes to it in place of the ranges it would learn.
 */
export function planRoutes(zone: LandingZone): RoutePlan {
  const { domains, inspection, endpoints, pool } = zone.network;
  const members = membersOf(zone);
  const hub = [hubVpcs.egress, ...(inspection ? [hubVpcs.inspection] : []), ...(endpoints ? [hubVpcs.endpoints] : [])];
  const wayOut = inspection ? hubVpcs.inspection : hubVpcs.egress;
  const isInspected = (from: string, to: string): boolean => inspection?.betweenDomains === true && from !== to;
  const egressDomains = domains.filter(({ egress }) => egress).map(({ name }) => name);
  const learnt = (member: Member): boolean => member.cloud;
  const heard = domains.flatMap(({ name: table, talksTo }) =>
    members.filter(({ domain }) => talksTo.includes(domain)).map((member) => ({ table, member })),
  );
  const passing = new Set(
    heard.filter(({ table, member }) => isInspected(table, member.domain)).map(({ member }) => member),
  );
  const behind = (member: Member): boolean =>
    (egressDomains.includes(member.domain) && member.cloud) || (inspection !== undefined && passing.has(member));
  const propagations = [
    ...heard.filter(({ table, member }) => !isInspected(table, member.domain)),
    ...members.filter(behind).map((member) => ({ table: wayOut, member })),
    ...(endpoints ? members.map((member) => ({ table: hubVpcs.endpoints, member })) : []),
  ];
  const peerings = peeringRoutes(zone);
  return {
    attachments: Object.fromEntries([
      ...members.map(({ name, key }) => [name, key] as const),
      ...hub.map((name) => [name, hubVpcKey(name)] as const),
      ...Object.entries(peerings.attachments),
    ]),
    tables: [...domains.map(({ name }) => name), ...hub, ...peerings.tables],
    associations: [
      ...members.map(({ name, domain }) => ({ attachment: name, table: domain })),
      ...hub.map((name) => ({ attachment: name, table: name })),
      ...peerings.associations,
    ],
    propagations: [
      ...propagations
        .filter(({ member }) => learnt(member))
        .map(({ table, member }) => ({ attachment: member.name, table })),
      ...(endpoints ? domains.map(({ name }) => ({ attachment: hubVpcs.endpoints, table: name })) : []),
      ...peerings.propagations,
    ],
    staticRoutes: [
      ...egressDomains.map((table) => ({ table, name: "default", destination: anywhere, to: { attachment: wayOut } })),
      ...domains.map(({ name }) => ({ table: name, name: "blackhole", destination: pool, to: "blackhole" as const })),
      ...domains
        .filter(({ egress }) => egress)
        .flatMap(({ name, talksTo }) =>
          members
            .filter(({ domain, cloud }) => !cloud && !talksTo.includes(domain))
            .flatMap((member) => rangesTo(name, `blackhole--${member.name}`, member, "blackhole")),
        ),
      ...(inspection
        ? [
            { table: hubVpcs.inspection, name: "default", destination: anywhere, to: { attachment: hubVpcs.egress } },
            { table: hubVpcs.egress, name: "pool", destination: pool, to: { attachment: hubVpcs.inspection } },
          ]
        : []),
      ...propagations
        .filter(({ member }) => !learnt(member))
        .flatMap(({ table, member }) => rangesTo(table, member.name, member, { attachment: member.name })),
      ...heard
        .filter(({ table, member }) => isInspected(table, member.domain))
        .flatMap(({ table, member }) => rangesTo(table, member.name, member, { attachment: hubVpcs.inspection })),
      ...peerings.staticRoutes,
    ],
  };
}

/** A route to each range of a member, called `name`, or `name-1` and so on. */
function rangesTo(table: string, name: string, { ranges }: Member, to: StaticRoute["to"]): readonly StaticRoute[] {
  return ranges.map((destination, index) => ({
    table,
    name: ranges.length === 1 ? name : `${name}-${index + 1}`,
    destination,
    to,
  }));
}

/** Where the id of a hub VPC's attachment is locked. */
export function hubVpcKey(name: string): IdKey {
  return name === hubVpcs.egress ? "egress-attachment" : `hub-attachment/${name}`;
}
