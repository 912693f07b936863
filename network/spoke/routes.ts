import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import { Route } from "@cdktf/provider-aws/lib/route";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone, RouteDomain } from "../../declaration/model";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "../vpc/subnets";

interface SpokeSide {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly attachment: Ec2TransitGatewayVpcAttachment;
}

/**
 * `aws_route_table.private`, for the private subnets of every zone: the pool to the hub, and the rest of the world too
 * when the domain has egress; without it, the ranges on premises that the domain talks to. The attachment subnets keep the VPC's main table, which knows the VPC alone.
 *
 * @param prefix of the addresses, where a stack has several VPCs
 */
export function addSpokeRoutes(
  stack: TerraformStack,
  zone: LandingZone,
  domain: RouteDomain,
  { vpc, subnets, attachment }: SpokeSide,
  prefix = "",
): RouteTable {
  const table = resource(stack, RouteTable, `${prefix}private`, { vpcId: vpc.id, tags: { Name: `${prefix}private` } });
  const toHub = (id: string, destinationCidrBlock: string): Route =>
    resource(stack, Route, `${prefix}${id}`, {
      routeTableId: table.id,
      destinationCidrBlock,
      transitGatewayId: attachment.transitGatewayId,
      dependsOn: [attachment],
    });
  toHub("private-pool", zone.network.pool);
  if (domain.egress) toHub("private-default", "0.0.0.0/0");
  else for (const { id, range } of onPremises(zone, domain)) toHub(`private-${id}`, range);
  for (const { letter, main } of subnets)
    resource(stack, RouteTableAssociation, `${prefix}private-${letter}`, { routeTableId: table.id, subnetId: main.id });
  return table;
}

function onPremises({ network }: LandingZone, { talksTo }: RouteDomain): readonly { id: string; range: string }[] {
  return [...network.vpns, ...network.directConnects]
    .filter(({ domain }) => talksTo.includes(domain))
    .flatMap(({ name, ranges }) => ranges.map((range, index) => ({ id: `${name}-${index + 1}`, range })));
}
