import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { Ec2TransitGatewayPeeringAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment";
import { Ec2TransitGatewayPeeringAttachmentAccepter } from "@cdktf/provider-aws/lib/ec2-transit-gateway-peering-attachment-accepter";
import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";

/** The hub of the home region. */
export interface HomeHub {
  /** Settings of a provider in the home region. */
  readonly home: AwsProviderConfig;
  readonly homeRegion: string;
  readonly homeHubId: string;
  readonly account: string;
}

/**
 * `aws_ec2_transit_gateway_peering_attachment.home`, asked for by the region's hub and accepted by the home region's, in whose region that has to be
 * done ("Accept or reject a peering attachment request", Amazon VPC Transit Gateways guide).
 */
export function addPeering(
  stack: TerraformStack,
  hub: Ec2TransitGateway,
  { home, homeRegion, homeHubId, account }: HomeHub,
): Ec2TransitGatewayPeeringAttachmentAccepter {
  const peering = resource(stack, Ec2TransitGatewayPeeringAttachment, "home", {
    transitGatewayId: hub.id,
    peerTransitGatewayId: homeHubId,
    peerRegion: homeRegion,
    peerAccountId: account,
    tags: { Name: homeRegion },
  });
  return resource(stack, Ec2TransitGatewayPeeringAttachmentAccepter, "home", {
    provider: new AwsProvider(stack, "home", home),
    transitGatewayAttachmentId: peering.id,
    tags: { Name: homeRegion },
  });
}
