import { DataAwsEc2TransitGatewayDxGatewayAttachment } from "@cdktf/provider-aws/lib/data-aws-ec2-transit-gateway-dx-gateway-attachment";
import { DxGateway } from "@cdktf/provider-aws/lib/dx-gateway";
import { DxGatewayAssociation } from "@cdktf/provider-aws/lib/dx-gateway-association";
import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { TerraformStack } from "cdktf";
import { announcedTo } from "../../declaration/announced";
import type { IdKey } from "../../declaration/ids";
import type { DirectConnect, LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * `aws_dx_gateway.<name>` and its association with the hub, which announces to the other side what it may reach
 * ("Transit gateway associations", AWS Direct Connect User Guide). The connection and its transit virtual interface are ordered
 * from a provider and take weeks; they are attached to the gateway by whoever orders them. The association takes AWS up to
 * half an hour.
 */
export function addDirectConnects(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
): Partial<Record<IdKey, string>> {
  const ids = zone.network.directConnects.map((directConnect): readonly [IdKey, string] => [
    `hub-attachment/${directConnect.name}`,
    addDirectConnect(stack, zone, hub, directConnect).id,
  ]);
  return Object.fromEntries(ids);
}

/** The association names no attachment (hashicorp/aws 5.100.0), so it is looked up. */
function addDirectConnect(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
  directConnect: DirectConnect,
): DataAwsEc2TransitGatewayDxGatewayAttachment {
  const { name, amazonSideAsn } = directConnect;
  const gateway = resource(stack, DxGateway, name, {
    name: `${zone.organization.name}-${name}`,
    amazonSideAsn: String(amazonSideAsn),
  });
  const association = resource(stack, DxGatewayAssociation, name, {
    dxGatewayId: gateway.id,
    associatedGatewayId: hub.id,
    allowedPrefixes: [...announcedTo(zone, directConnect)],
  });
  return resource(stack, DataAwsEc2TransitGatewayDxGatewayAttachment, name, {
    dxGatewayId: gateway.id,
    transitGatewayId: hub.id,
    dependsOn: [association],
  });
}
