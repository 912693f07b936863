import type { LandingZone } from "../../declaration/model";
import { rangesOnPremises } from "./on-premises";
import { resolvesFor } from "./resolver-ways";
import { type Admission, type VpcPlan, type VpcTable, zoneLetters } from "./vpc-plan";

/** Name of the Route 53 Resolver's inbound endpoint among what the endpoints VPC serves. */
export const resolverService = "resolver";

/** Kinds of the endpoints VPC's subnets: one stack holds it beside the egress VPC. */
export const endpointSubnets = { main: "endpoints", attachment: "endpoints-attachment" } as const;

/** The endpoints VPC answers by way of the hub: the pool and, with resolver endpoints, networks on premises too. */
export function planEndpointsTable(zone: LandingZone): VpcTable {
  const { network } = zone;
  const { any } = resolvesFor(zone);
  const onPremises = rangesOnPremises(zone, () => any).map(({ name, range }) => ({
    name: `endpoints-${name}`,
    destination: range,
    to: "hub" as const,
  }));
  return {
    name: endpointSubnets.main,
    subnets: zoneLetters(network.availabilityZones).map((letter) => `${endpointSubnets.main}-${letter}`),
    routes: [{ name: "endpoints-pool", destination: network.pool, to: "hub" }, ...onPremises],
  };
}

/** Who may connect to interface endpoints: the pool, by HTTPS. */
export function planEndpointAdmissions({ network }: LandingZone): readonly Admission[] {
  return [{ protocol: "tcp", port: 443, from: [network.pool] }];
}

/** Who may ask the resolver's inbound endpoint: the pool and what is on premises. A query that does not fit into a datagram is asked by TCP (RFC 7766). */
export function planResolverAdmissions(zone: LandingZone): readonly Admission[] {
  return dnsFrom([zone.network.pool, ...rangesOnPremises(zone, () => true).map(({ range }) => range)]);
}

/** DNS from, or to, some ranges. */
export function dnsFrom(from: readonly string[]): readonly Admission[] {
  return (["tcp", "udp"] as const).map((protocol) => ({ protocol, port: 53, from }));
}

/** What the endpoints VPC answers for others, by name. */
export function planServed(zone: LandingZone): VpcPlan["serves"] {
  const { network } = zone;
  return Object.fromEntries([
    ...(network.endpoints?.services ?? []).map((service) => [service, planEndpointAdmissions(zone)] as const),
    ...(resolvesFor(zone).inbound ? [[resolverService, planResolverAdmissions(zone)] as const] : []),
  ]);
}
