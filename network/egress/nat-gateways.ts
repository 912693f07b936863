import { Eip } from "@cdktf/provider-aws/lib/eip";
import type { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { natLetters } from "../plan/egress";
import type { PlacedSubnets } from "../vpc/subnets";

/** NAT gateways by name: none, one for all zones, or one each. */
export function addNatGateways(
  stack: TerraformStack,
  zone: LandingZone,
  subnets: readonly PlacedSubnets[],
  internet: InternetGateway,
): ReadonlyMap<string, NatGateway> {
  const letters = natLetters(zone);
  return new Map(
    subnets
      .filter(({ letter }) => letters.includes(letter))
      .map(({ letter, main }) => {
        const name = `nat-${letter}`;
        const address = resource(stack, Eip, name, { domain: "vpc", tags: { Name: name } });
        const gateway = resource(stack, NatGateway, name, {
          allocationId: address.allocationId,
          subnetId: main.id,
          tags: { Name: name },
          dependsOn: [internet],
        });
        return [name, gateway] as const;
      }),
  );
}
