import type { AddressRange } from "../../declaration/address-range";
import type { AttachedNetwork } from "../plan/attached-network";
import type { NetworkPlan } from "../plan/network-plan";
import type { VpcRoute, VpcTable } from "../plan/vpc-plan";
import type { StaticRoute } from "../../declaration/routing/hub-routes";
import { type PrefixTable, prefixTable, rangeOf } from "./prefix-table";

/** A route of the hub, learnt or written. */
export interface HubRoute {
  readonly destination: string;
  readonly to: StaticRoute["to"];
  readonly learnt: boolean;
}

/** A table of a VPC, ready to be looked up in. */
export interface MappedTable {
  readonly table: VpcTable;
  readonly routes: PrefixTable<VpcRoute>;
}

export interface MappedNetwork {
  readonly network: AttachedNetwork;
  readonly ranges: readonly AddressRange[];
  readonly told: readonly AddressRange[] | undefined;
  /** Its tables by subnet; that of no other subnet is there. */
  readonly tables: ReadonlyMap<string, MappedTable>;
  /** Every table of the hub it is associated with: AWS allows one. */
  readonly associated: readonly string[];
}

/** A plan with its tables indexed. */
export interface NetworkMap {
  readonly plan: NetworkPlan;
  readonly networks: ReadonlyMap<string, MappedNetwork>;
  /** The hub's tables. */
  readonly hub: ReadonlyMap<string, PrefixTable<HubRoute>>;
  /** The pool, and what is on premises: all other addresses are the internet's. */
  readonly inside: readonly AddressRange[];
  /** Each table of a VPC once, however many VPCs share it. */
  readonly vpcTables: readonly MappedTable[];
}

export function mapNetwork(plan: NetworkPlan): NetworkMap {
  const mapped = new Map<VpcTable, MappedTable>();
  const mapTable = (table: VpcTable): MappedTable => {
    const known = mapped.get(table) ?? { table, routes: prefixTable(table.routes) };
    mapped.set(table, known);
    return known;
  };
  const associated = grouped(plan.hub.associations, ({ attachment }) => attachment);
  const networks = new Map(
    plan.networks.map((network): [string, MappedNetwork] => [
      network.name,
      {
        network,
        ranges: network.ranges.map(rangeOf),
        told: network.told?.map(rangeOf),
        tables: new Map(
          (network.vpc?.tables ?? []).flatMap((table) => table.subnets.map((subnet) => [subnet, mapTable(table)])),
        ),
        associated: (associated.get(network.name) ?? []).map(({ table }) => table),
      },
    ]),
  );
  const onPremises = plan.networks.filter(({ vpc }) => vpc === undefined).flatMap(({ ranges }) => ranges);
  return {
    plan,
    networks,
    hub: mapHub(plan, networks),
    inside: [plan.pool, ...onPremises].map(rangeOf),
    vpcTables: [...mapped.values()],
  };
}

/** A written route comes before one that is learnt to the same range: "Route evaluation order", Amazon VPC Transit Gateways guide. */
function mapHub(
  { hub }: NetworkPlan,
  networks: ReadonlyMap<string, MappedNetwork>,
): ReadonlyMap<string, PrefixTable<HubRoute>> {
  const written = grouped(hub.staticRoutes, ({ table }) => table);
  const learnt = grouped(hub.propagations, ({ table }) => table);
  return new Map(
    hub.tables.map((table) => [
      table,
      prefixTable<HubRoute>([
        ...(written.get(table) ?? []).map(({ destination, to }) => ({ destination, to, learnt: false })),
        ...(learnt.get(table) ?? []).flatMap(({ attachment }) =>
          (networks.get(attachment)?.network.ranges ?? []).map((destination) => ({
            destination,
            to: { attachment },
            learnt: true,
          })),
        ),
      ]),
    ]),
  );
}

export function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
