import type { LandingZone, RouteDomain } from "../../declaration/model";
import { rangesOnPremises } from "./on-premises";
import { anywhere, type VpcRoute, type VpcTable, zoneLetters } from "./vpc-plan";

/**
 * The table `private`, for the private subnets of every zone: the pool to the hub, and the rest of the world too when the domain
 * has egress; without it, the ranges on premises that the domain talks to.
 */
export function planSpokeTable(zone: LandingZone, domain: RouteDomain): VpcTable {
  const toHub = (name: string, destination: string): VpcRoute => ({ name: `private-${name}`, destination, to: "hub" });
  const onPremises = rangesOnPremises(zone, (other) => domain.talksTo.includes(other));
  return {
    name: "private",
    subnets: zoneLetters(zone.network.availabilityZones).map((letter) => `private-${letter}`),
    routes: [
      toHub("pool", zone.network.pool),
      ...(domain.egress ? [toHub("default", anywhere)] : onPremises.map(({ name, range }) => toHub(name, range))),
    ],
  };
}
