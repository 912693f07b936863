import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { Ec2TransitGatewayRouteTable } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { planRoutes } from "../../declaration/routing/route-plan";

/** One table a route domain and one for each of the hub's own VPCs: `aws_ec2_transit_gateway_route_table.<domain>`. Returns their ids. */
export function addRouteTables(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
): Partial<Record<IdKey, string>> {
  const ids = Object.entries(addTables(stack, planRoutes(zone).tables, hub));
  return Object.fromEntries(ids.map(([name, id]) => [`route-table/${name}`, id] as const));
}

/** Tables of a Transit Gateway, by name. Returns their ids. */
export function addTables(
  stack: TerraformStack,
  names: readonly string[],
  hub: Ec2TransitGateway,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.map((name) => {
      const table = resource(stack, Ec2TransitGatewayRouteTable, name, {
        transitGatewayId: hub.id,
        tags: { Name: name },
      });
      return [name, table.id] as const;
    }),
  );
}
