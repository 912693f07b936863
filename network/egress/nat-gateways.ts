import { Eip } from "@cdktf/provider-aws/lib/eip";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import type { PlacedSubnets } from "../vpc/subnets";

/** NAT gateways in order of zone: none, one for all zones, or one each. */
export function addNatGateways(
  stack: TerraformStack,
  mode: LandingZone["network"]["egress"]["natGateways"],
  subnets: readonly PlacedSubnets[],
  internet: InternetGateway,
): readonly NatGateway[] {
  const count = { none: 0, single: 1, "per-zone": subnets.length }[mode];
  return subnets.slice(0, count).map(({ letter, main }) => {
    const address = resource(stack, Eip, `nat-${letter}`, { domain: "vpc", tags: { Name: `nat-${letter}` } });
    return resource(stack, NatGateway, `nat-${letter}`, {
      allocationId: address.allocationId,
      subnetId: main.id,
      tags: { Name: `nat-${letter}` },
      dependsOn: [internet],
    });
  });
}
