import type { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { TerraformStack } from "cdktf";
import type { LandingZone, RouteDomain } from "../../declaration/model";
import { planSpokeTable } from "../plan/spoke";
import { viaHub } from "../vpc/attachment";
import { addPlannedTable } from "../vpc/planned-table";
import { type PlacedSubnets, subnetIdOf } from "../vpc/subnets";

interface SpokeSide {
  readonly vpc: Vpc;
  readonly subnets: readonly PlacedSubnets[];
  readonly attachment: Ec2TransitGatewayVpcAttachment;
}

/**
 * `aws_route_table.private` as planned. The attachment subnets keep the VPC's main table, which knows the VPC alone.
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
  return addPlannedTable(stack, planSpokeTable(zone, domain), {
    vpc,
    prefix,
    subnetId: subnetIdOf("private", subnets),
    leadsTo: () => viaHub(attachment),
  });
}
