import { Ec2TransitGatewayRoute } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { attachmentId } from "./attachment-id";
import type { RoutePlan } from "../../declaration/routing/hub-routes";

/** `aws_ec2_transit_gateway_route.<name>--<table>`: `default--prod`, `blackhole--prod`, or named by the network it leads to. */
export function addStaticRoutes(stack: TerraformStack, zone: LandingZone, plan: RoutePlan): void {
  for (const { table, name, destination, to } of plan.staticRoutes)
    resource(stack, Ec2TransitGatewayRoute, `${name}--${table}`, {
      transitGatewayRouteTableId: zone.ids.get(`route-table/${table}`),
      destinationCidrBlock: destination,
      ...(to === "blackhole"
        ? { blackhole: true }
        : { transitGatewayAttachmentId: attachmentId(zone, plan, to.attachment) }),
    });
}
