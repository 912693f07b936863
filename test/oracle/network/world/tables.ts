import { type Range, rangeOf, rangeText } from "../address";
import { type Attributes, blocksOf, type Resource, textOf } from "../terraform";
import type { Subnet, Vpc } from "./vpcs";
import type { Source } from "./world";

export interface Target {
  readonly kind: "local" | "internet" | "nat" | "transit" | "firewall" | "peering" | "unknown";
  /** What the route names; of a firewall endpoint the expression that chooses it, for what it names itself. */
  readonly id: string;
}

export interface Route {
  readonly range: Range;
  readonly target: Target;
}

/** A VPC's route table; its own route `local` is among the routes. */
export interface Table {
  readonly id: string;
  readonly routes: readonly Route[];
}

/** Attributes of aws_route and of the blocks `route`, with what they name. */
const targets: readonly (readonly [string, Target["kind"]])[] = [
  ["gateway_id", "internet"],
  ["nat_gateway_id", "nat"],
  ["transit_gateway_id", "transit"],
  ["vpc_endpoint_id", "firewall"],
  ["vpc_peering_connection_id", "peering"],
];

function targetOf(source: Source, stack: string, attributes: Attributes): Target {
  for (const [attribute, kind] of targets) {
    const value = textOf(attributes[attribute]);
    if (value === undefined || value === "") continue;
    if (value === "local") return { kind: "local", id: "local" };
    return { kind, id: kind === "firewall" ? `${stack}/${value}` : source.references.refer(stack, value) };
  }
  return { kind: "unknown", id: JSON.stringify(attributes) };
}

function routesOf(source: Source, stack: string, attributes: Attributes, destination: string): readonly Route[] {
  const cidr = textOf(attributes[destination]);
  const list = textOf(attributes["destination_prefix_list_id"]);
  const ranges = cidr ? [rangeOf(cidr)] : (source.prefixLists.get(source.references.refer(stack, list)) ?? []);
  return ranges.map((range) => ({ range, target: targetOf(source, stack, attributes) }));
}

/** Route tables of VPCs by identity; the association of each subnet and internet gateway is noted at it. */
export function readTables(
  source: Source,
  vpcs: ReadonlyMap<string, Vpc>,
  subnets: ReadonlyMap<string, Subnet>,
): ReadonlyMap<string, Table> {
  const declared = [...source.ofType("aws_route_table"), ...source.ofType("aws_default_route_table")];
  const vpcOf = new Map([
    ...[...vpcs.keys()].map((vpc) => [`${vpc}#default_route_table_id`, vpc] as const),
    ...source.ofType("aws_route_table").map((table) => [table.address, source.named(table, "vpc_id")] as const),
  ]);
  const added = new Map([...vpcOf.keys()].map((table): [string, Route[]] => [table, []]));
  const add = (table: string, route: Route, from: Resource): void => {
    const routes = added.get(table);
    if (routes === undefined) source.fault(`${from.address} names no route table: ${table}`);
    else if (routes.some(({ range }) => rangeText(range) === rangeText(route.range))) {
      source.fault(`${table} has two routes to ${rangeText(route.range)}`);
    } else routes.push(route);
  };
  for (const table of declared) {
    for (const block of blocksOf(table.attributes["route"])) {
      const routes = routesOf(source, table.stack, block, "cidr_block");
      for (const route of routes) add(source.references.identity(table), route, table);
    }
  }
  for (const resource of source.ofType("aws_route")) {
    const routes = routesOf(source, resource.stack, resource.attributes, "destination_cidr_block");
    for (const route of routes) add(source.named(resource, "route_table_id"), route, resource);
  }
  associate(source, vpcs, subnets);
  return new Map(
    [...added].map(([id, routes]) => {
      const local = (vpcs.get(vpcOf.get(id) ?? "")?.ranges ?? [])
        .filter((range) => !routes.some((route) => rangeText(route.range) === rangeText(range)))
        .map((range): Route => ({ range, target: { kind: "local", id: "local" } }));
      return [id, { id, routes: [...local, ...routes] }];
    }),
  );
}

function associate(source: Source, vpcs: ReadonlyMap<string, Vpc>, subnets: ReadonlyMap<string, Subnet>): void {
  for (const each of source.ofType("aws_main_route_table_association")) {
    const vpc = vpcs.get(source.named(each, "vpc_id"));
    if (vpc === undefined) continue;
    vpc.mainTable = source.named(each, "route_table_id");
    for (const subnet of vpc.subnets) subnet.table = vpc.mainTable;
  }
  const seen = new Set<string>();
  for (const each of source.ofType("aws_route_table_association")) {
    const table = source.named(each, "route_table_id");
    const subnet = subnets.get(source.named(each, "subnet_id"));
    const gateway = source.named(each, "gateway_id");
    if (subnet !== undefined) {
      if (seen.has(subnet.id)) source.fault(`${subnet.id} is associated with two route tables`);
      seen.add(subnet.id);
      subnet.table = table;
    }
    for (const { internetGateways } of vpcs.values()) {
      if (internetGateways.has(gateway)) internetGateways.set(gateway, table);
    }
  }
}
