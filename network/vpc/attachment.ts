import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { RouteConfig } from "@cdktf/provider-aws/lib/route";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "./subnets";

/** Who owns the Transit Gateway: the attachment's own stack, or the network account by way of the RAM share. */
export type HubOwner = "same-account" | "shared";

/** What sets an attachment apart from a spoke's. */
export interface AttachmentOptions {
  readonly name?: string;
  /**
   * Both directions of a flow go through the same availability zone, as a stateful firewall needs ("Appliance mode", Amazon VPC
   * Transit Gateways guide).
   */
  readonly applianceMode?: boolean;
}

/**
 * `aws_ec2_transit_gateway_vpc_attachment.<name>`, `hub` unless said otherwise. Association and propagation are the `routing` stack's: the provider
 * sets or reads the default tables' arguments only in the Transit Gateway's own account, where they must be off.
 */
export function addAttachment(
  stack: TerraformStack,
  vpc: Vpc,
  subnets: readonly PlacedSubnets[],
  transitGatewayId: string,
  owner: HubOwner,
  { name = "hub", applianceMode = false }: AttachmentOptions = {},
): Ec2TransitGatewayVpcAttachment {
  return resource(stack, Ec2TransitGatewayVpcAttachment, name, {
    vpcId: vpc.id,
    subnetIds: subnets.map(({ attachment }) => attachment.id),
    transitGatewayId,
    dnsSupport: "enable",
    ...(applianceMode ? { applianceModeSupport: "enable" } : {}),
    ...(owner === "same-account"
      ? { transitGatewayDefaultRouteTableAssociation: false, transitGatewayDefaultRouteTablePropagation: false }
      : {}),
    tags: { Name: name },
  });
}

/** What makes a route lead to the hub: AWS refuses it before the VPC is attached. */
export function viaHub(attachment: Ec2TransitGatewayVpcAttachment): Partial<RouteConfig> {
  return { transitGatewayId: attachment.transitGatewayId, dependsOn: [attachment] };
}
