import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import type { RoutePlan } from "./route-plan";

/** `aws_ec2_transit_gateway_route.default--<domain>` to the egress VPC, and `.blackhole--<domain>` for the pool. */
export function addStaticRoutes(stack: TerraformStack, zone: LandingZone, plan: RoutePlan): void {
  for (const domain of plan.defaultRoutes)
    resource(stack, Ec2TransitGatewayRoute, `default--${domain}`, {
      transitGatewayRouteTableId: zone.ids.get(`route-table/${domain}`),
      destinationCidrBlock: "0.0.0.0/0",
      transitGatewayAttachmentId: zone.ids.get("egress-attachment"),
    });
  for (const domain of plan.blackholes)
    resource(stack, Ec2TransitGatewayRoute, `blackhole--${domain}`, {
      transitGatewayRouteTableId: zone.ids.get(`route-table/${domain}`),
      destinationCidrBlock: zone.network.pool,
      blackhole: true,
    });
}
