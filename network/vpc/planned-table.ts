import { Route, type RouteConfig } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { VpcTable, VpcTarget } from "../plan/vpc-plan";

/** What a planned table is made in, and what its routes lead to. */
export interface TableSite {
  readonly vpc: Vpc;
  /** Id of the subnet of a planned name. */
  readonly subnetId: (name: string) => string;
  /** Arguments of `aws_route` that say where a route leads. */
  readonly leadsTo: (target: VpcTarget) => Partial<RouteConfig>;
  /** Of the addresses, where a stack has several VPCs. */
  readonly prefix?: string;
}

/** A route table as it is planned: `aws_route_table.<name>`, `aws_route.<route>`, `aws_route_table_association.<subnet>`. */
export function addPlannedTable(
  stack: TerraformStack,
  { name, routes, subnets }: VpcTable,
  { vpc, subnetId, leadsTo, prefix = "" }: TableSite,
): RouteTable {
  const table = resource(stack, RouteTable, `${prefix}${name}`, {
    vpcId: vpc.id,
    tags: { Name: `${prefix}${name}` },
  });
  for (const route of routes)
    resource(stack, Route, `${prefix}${route.name}`, {
      routeTableId: table.id,
      destinationCidrBlock: route.destination,
      ...leadsTo(route.to),
    });
  for (const subnet of subnets)
    resource(stack, RouteTableAssociation, `${prefix}${subnet}`, {
      routeTableId: table.id,
      subnetId: subnetId(subnet),
    });
  return table;
}
