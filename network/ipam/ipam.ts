import { VpcIpam } from "@cdktf/provider-aws/lib/vpc-ipam";
import { VpcIpamPool } from "@cdktf/provider-aws/lib/vpc-ipam-pool";
import { VpcIpamPoolCidr } from "@cdktf/provider-aws/lib/vpc-ipam-pool-cidr";
import type { TerraformStack } from "cdktf";
import type { LandingZone } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { planPools } from "./pool-plan";

/**
 * The zone's address plan in Amazon VPC IPAM, which watches the VPCs of all accounts for ranges that overlap or lie outside it. A
 * pool holds the whole plan; below it each route domain has one with its members' recorded ranges, and the hub one with its VPCs'.
 * Landfall allocates, from `addresses.lock.json`: IPAM shows.
 *
 * Private pools and whole organisations need the advanced tier, priced by active address ("Amazon VPC IPAM tiers", IPAM User Guide).
 * Existing VPCs are not imported as allocations, because a range with allocations cannot be taken out of its pool again.
 */
export function addIpam(stack: TerraformStack, zone: LandingZone): void {
  if (!zone.network.ipam) return;
  const ipam = resource(stack, VpcIpam, "zone", {
    description: `Address plan of ${zone.organization.name}`,
    tier: "advanced",
    operatingRegions: [{ regionName: zone.regions.home }],
    tags: { Name: zone.organization.name },
  });
  const ipamScopeId = ipam.privateDefaultScopeId;
  const top = resource(stack, VpcIpamPool, "zone_pool", {
    addressFamily: "ipv4",
    ipamScopeId,
    description: "The whole pool",
    tags: { Name: "pool" },
  });
  const whole = resource(stack, VpcIpamPoolCidr, "zone_pool", { ipamPoolId: top.id, cidr: zone.network.pool });
  for (const { address, name, description, ranges } of planPools(zone)) {
    const pool = resource(stack, VpcIpamPool, address, {
      addressFamily: "ipv4",
      ipamScopeId,
      sourceIpamPoolId: top.id,
      locale: zone.regions.home,
      description,
      tags: { Name: name },
      dependsOn: [whole],
    });
    for (const range of ranges)
      resource(stack, VpcIpamPoolCidr, range.name, { ipamPoolId: pool.id, cidr: range.cidr, dependsOn: [whole] });
  }
}
