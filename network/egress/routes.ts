import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import type { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "../vpc/subnets";

const anywhere = "0.0.0.0/0";

interface PublicSide {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly internet: InternetGateway;
  readonly attachment: Ec2TransitGatewayVpcAttachment;
}

/** Public subnets: out by the internet gateway, and replies to spokes (any address of the pool) back to the hub. */
export function addPublicRoutes(stack: TerraformStack, zone: LandingZone, side: PublicSide): void {
  const { vpc, subnets, internet, attachment } = side;
  const table = resource(stack, RouteTable, "public", { vpcId: vpc.id, tags: { Name: "public" } });
  resource(stack, Route, "public-default", {
    routeTableId: table.id,
    destinationCidrBlock: anywhere,
    gatewayId: internet.id,
  });
  resource(stack, Route, "public-pool", {
    routeTableId: table.id,
    destinationCidrBlock: zone.network.pool,
    transitGatewayId: attachment.transitGatewayId,
    dependsOn: [attachment],
  });
  for (const { letter, main } of subnets)
    resource(stack, RouteTableAssociation, `public-${letter}`, { routeTableId: table.id, subnetId: main.id });
}

/** Attachment subnets: what arrives from the hub leaves by the zone's NAT gateway, or by the one there is. */
export function addAttachmentRoutes(
  stack: TerraformStack,
  vpc: Vpc,
  subnets: readonly PlacedSubnets[],
  nats: readonly NatGateway[],
): void {
  for (const [index, { letter, attachment }] of subnets.entries()) {
    const name = `attachment-${letter}`;
    const table = resource(stack, RouteTable, name, { vpcId: vpc.id, tags: { Name: name } });
    const nat = nats[index] ?? nats[0];
    if (nat)
      resource(stack, Route, `${name}-default`, {
        routeTableId: table.id,
        destinationCidrBlock: anywhere,
        natGatewayId: nat.id,
      });
    resource(stack, RouteTableAssociation, name, { routeTableId: table.id, subnetId: attachment.id });
  }
}
