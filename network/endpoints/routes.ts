import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { onPremisesRanges, resolvesFor } from "../dns/on-premises";
import type { PlacedSubnets } from "../vpc/subnets";

interface EndpointsSide {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly attachment: Ec2TransitGatewayVpcAttachment;
}

/**
 * `aws_route_table.endpoints`: the pool to the hub, and with resolver endpoints the networks on premises too. The attachment subnets
 * keep the VPC's main table, which knows the VPC alone.
 */
export function addEndpointRoutes(
  stack: TerraformStack,
  zone: LandingZone,
  { vpc, subnets, attachment }: EndpointsSide,
): void {
  const table = resource(stack, RouteTable, "endpoints", { vpcId: vpc.id, tags: { Name: "endpoints" } });
  const toHub = (id: string, destinationCidrBlock: string): Route =>
    resource(stack, Route, id, {
      routeTableId: table.id,
      destinationCidrBlock,
      transitGatewayId: attachment.transitGatewayId,
      dependsOn: [attachment],
    });
  toHub("endpoints-pool", zone.network.pool);
  if (resolvesFor(zone).any) for (const { id, range } of onPremisesRanges(zone)) toHub(`endpoints-${id}`, range);
  for (const { letter, main } of subnets)
    resource(stack, RouteTableAssociation, `endpoints-${letter}`, { routeTableId: table.id, subnetId: main.id });
}
