import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { attachmentId } from "./attachment-id";
import type { RoutePlan } from "../../declaration/routing/hub-routes";

/**
 * `aws_ec2_transit_gateway_route_table_association.<attachment>`: the account's name, that of the hub's own network, or the region that a peering
 * leads to. An attachment that is in another table is taken over: one that existed before Landfall, or that moves between domains whose tables have
 * a stack each, whichever is deployed first. One that is imported does not know how it came about, and must not be replaced for that. A peering
 * never moves: the hub's other end, which has a table of its own for it, is not to be taken for another table.
 */
export function addAssociations(stack: TerraformStack, zone: LandingZone, plan: RoutePlan): void {
  for (const { attachment, table } of plan.associations)
    resource(stack, Ec2TransitGatewayRouteTableAssociation, attachment, {
      transitGatewayAttachmentId: attachmentId(zone, plan, attachment),
      transitGatewayRouteTableId: zone.ids.get(`route-table/${table}`),
      ...(plan.attachments[attachment]?.startsWith("peering/")
        ? {}
        : {
            replaceExistingAssociation: true,
            lifecycle: { ignoreChanges: ["replace_existing_association"] },
          }),
    });
}
