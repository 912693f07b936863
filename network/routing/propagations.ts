import { Ec2TransitGatewayRouteTablePropagation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-propagation";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { attachmentId } from "./attachment-id";
import type { RoutePlan } from "../../declaration/routing/hub-routes";

/** `aws_ec2_transit_gateway_route_table_propagation.<attachment>--<table>`. Names hold single hyphens only, so two part them. */
export function addPropagations(stack: TerraformStack, zone: LandingZone, plan: RoutePlan): void {
  for (const { attachment, table } of plan.propagations)
    resource(stack, Ec2TransitGatewayRouteTablePropagation, `${attachment}--${table}`, {
      transitGatewayAttachmentId: attachmentId(zone, plan, attachment),
      transitGatewayRouteTableId: zone.ids.get(`route-table/${table}`),
    });
}
