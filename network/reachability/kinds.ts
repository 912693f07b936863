import { type AddressRange, lastOf } from "../../declaration/address-range";
import type { VpcPlan } from "../plan/vpc-plan";
import { grouped, type MappedNetwork, type NetworkMap } from "./map";
import { isWithin } from "./packet";
import type { PrefixTable } from "./prefix-table";

/** Members of the hub that every table treats alike, so that what is true of one is true of all. */
export interface Kind {
  readonly domain: string;
  /** At least one. */
  readonly members: readonly MappedNetwork[];
  /** Addresses of the first between which no table makes a difference. */
  readonly addresses: readonly number[];
}

/** Routes of a table as seen from one member. */
interface View {
  readonly text: string;
  readonly bounds: readonly number[];
}

/**
 * Sorts members by what decides about them: their domain, the hub's tables they are looked up in, their own tables and ACL, and the
 * routes of every table to their ranges. As many kinds as route domains and networks on premises, unless routes single somebody out.
 * Members without a range are left out.
 */
export function kindsOf(map: NetworkMap): readonly Kind[] {
  const tables = [
    ...[...map.hub.values()].map(
      (table) => (member: MappedNetwork) =>
        viewOf(member, table, ({ to }) =>
          to === "blackhole" ? to : to.attachment === member.network.name ? "itself" : to.attachment,
        ),
    ),
    ...map.vpcTables.map(
      ({ routes }) =>
        (member: MappedNetwork) =>
          viewOf(member, routes, ({ to }) => JSON.stringify(to)),
    ),
  ];
  const told = [...map.networks.values()].flatMap((each) => (each.told ? [each.told] : []));
  const textOf = numbered();
  const seen = [...map.networks.values()]
    .filter(({ network, ranges }) => network.domain !== undefined && ranges.length > 0)
    .map((member) => {
      const views = tables.map((view) => view(member));
      const { domain, vpc, name } = member.network;
      const hears = told.map((ranges) => member.ranges.map(({ first }) => isWithin(first, ranges)));
      const own = vpc === undefined ? name : ownText(vpc, textOf);
      const key = JSON.stringify([domain, member.associated, own, hears, views.map(({ text }) => text)]);
      return { member, key, bounds: views.flatMap(({ bounds }) => bounds) };
    });
  return [...grouped(seen, ({ key }) => key).values()].flatMap((group): Kind[] => {
    const [first] = group;
    const domain = first?.member.network.domain;
    if (first === undefined || domain === undefined) return [];
    const addresses = [...new Set([...first.member.ranges.map((range) => range.first), ...first.bounds])];
    return [{ domain, members: group.map(({ member }) => member), addresses }];
  });
}

function viewOf<Route extends { readonly destination: string }>(
  { ranges }: MappedNetwork,
  table: PrefixTable<Route>,
  targetOf: (route: Route) => string,
): View {
  const texts: string[] = [];
  const bounds: number[] = [];
  for (const range of ranges) {
    for (const { route, range: to } of table.touching(range)) {
      const isWhole = to.first === range.first && to.prefixLength === range.prefixLength;
      texts.push(`${isWhole ? "whole" : route.destination} ${targetOf(route)}`);
      if (to.prefixLength > range.prefixLength) bounds.push(...boundsIn(range, to));
    }
    texts.push("");
  }
  return { text: texts.join("\n"), bounds };
}

/** Where a part of a range starts, and where what is behind it does. */
function boundsIn(range: AddressRange, part: AddressRange): readonly number[] {
  const behind = lastOf(part) + 1;
  return [part.first, ...(behind <= lastOf(range) ? [behind] : [])];
}

/** A VPC's own tables and rules; most VPCs share them. */
function ownText({ tables, networkAcl, main }: VpcPlan, textOf: (part: object) => number): string {
  return [main, ...[...tables, networkAcl].map(textOf)].join(" ");
}

/** Numbers parts by what they hold, and looks into each of them once. */
function numbered(): (part: object) => number {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  return (part) => {
    const text = known.has(part) ? "" : JSON.stringify(part);
    const number = known.get(part) ?? numbers.get(text) ?? numbers.size;
    if (!known.has(part)) numbers.set(text, number);
    known.set(part, number);
    return number;
  };
}
