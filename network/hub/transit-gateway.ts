import { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";

/**
 * `aws_ec2_transit_gateway.hub`. With no default table, an attachment reaches nothing until `routing` associates it.
 * Attachments are accepted without review because the resource share admits no principal outside the organisation.
 */
export function addTransitGateway(stack: TerraformStack, zone: LandingZone): Ec2TransitGateway {
  return resource(stack, Ec2TransitGateway, "hub", {
    description: `${zone.organization.name} hub`,
    amazonSideAsn: zone.network.transitGateway.amazonSideAsn,
    autoAcceptSharedAttachments: "enable",
    defaultRouteTableAssociation: "disable",
    defaultRouteTablePropagation: "disable",
    dnsSupport: "enable",
    vpnEcmpSupport: "enable",
    tags: { Name: "hub" },
  });
}
