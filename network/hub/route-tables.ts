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
  return Object.fromEntries(
    planRoutes(zone).tables.map((domain) => {
      const table = resource(stack, Ec2TransitGatewayRouteTable, domain, {
        transitGatewayId: hub.id,
        tags: { Name: domain },
      });
      return [`route-table/${domain}`, table.id] as const;
    }),
  );
}
