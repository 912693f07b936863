import type { LandingZone } from "../../declaration/model";
import { rangesOnPremises } from "./on-premises";
import { type Admission, type VpcPlan, type VpcTable, zoneLetters } from "./vpc-plan";

/** Name of the Route 53 Resolver's inbound endpoint among what the endpoints VPC serves. */
export const resolverService = "resolver";

/** The endpoints VPC answers by way of the hub: the pool, and whatever is on premises. */
export function planEndpointsTable(zone: LandingZone): VpcTable {
  const { network } = zone;
  const onPremises = rangesOnPremises(zone, () => true).map(({ name, range }) => ({
    name: `endpoints-${name}`,
    destination: range,
    to: "hub" as const,
  }));
  return {
    name: "endpoints",
    subnets: zoneLetters(network.availabilityZones).map((letter) => `endpoints-${letter}`),
    routes: [{ name: "endpoints-pool", destination: network.pool, to: "hub" }, ...onPremises],
  };
}

/** Interface endpoints take HTTPS from the pool, the resolver's inbound endpoint DNS from networks on premises too. */
export function planServed(zone: LandingZone): VpcPlan["serves"] {
  const { network, dns } = zone;
  const https: readonly Admission[] = [{ protocol: "tcp", port: 443, from: [network.pool] }];
  const from = [network.pool, ...rangesOnPremises(zone, () => true).map(({ range }) => range)];
  return Object.fromEntries([
    ...(network.endpoints?.services ?? []).map((service) => [service, https] as const),
    ...(dns.resolver?.inbound
      ? [[resolverService, (["tcp", "udp"] as const).map((protocol) => ({ protocol, port: 53, from }))] as const]
      : []),
  ]);
}
