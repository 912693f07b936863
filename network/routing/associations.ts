import { Ec2TransitGatewayRouteTableAssociation } from "@cdktf/provider-aws/lib/ec2-transit-gateway-route-table-association";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { egressDomain } from "../../declaration/names";
import { resource } from "../../stack/resource";
import type { RoutePlan } from "./route-plan";

/** `aws_ec2_transit_gateway_route_table_association.<account>`; `.egress` is the egress VPC, since no account may be named so. */
export function addAssociations(stack: TerraformStack, zone: LandingZone, plan: RoutePlan): void {
  const associate = (name: string, attachment: string, table: string): void => {
    resource(stack, Ec2TransitGatewayRouteTableAssociation, name, {
      transitGatewayAttachmentId: attachment,
      transitGatewayRouteTableId: zone.ids.get(`route-table/${table}`),
    });
  };
  for (const { account, table } of plan.associations) associate(account, zone.ids.get(`attachment/${account}`), table);
  associate("egress", zone.ids.get("egress-attachment"), egressDomain);
}
