import type { LandingZone } from "../../declaration/model";
import { rangesOnPremises } from "./on-premises";
import { type Admission, type VpcPlan, type VpcTable, zoneLetters } from "./vpc-plan";

/** Name of the Route 53 Resolver's inbound endpoint among what the endpoints VPC serves. */
export const resolverService = "resolver";

/** Kinds of the endpoints VPC's subnets: one stack holds it beside the egress VPC. */
export const endpointSubnets = { main: "endpoints", attachment: "endpoints-attachment" } as const;

/** The endpoints VPC answers by way of the hub: the pool and, with resolver endpoints, networks on premises too. */
export function planEndpointsTable(zone: LandingZone): VpcTable {
  const { network, dns } = zone;
  const resolves = dns.resolver?.inbound === true || Object.keys(dns.resolver?.forward ?? {}).length > 0;
  const onPremises = rangesOnPremises(zone, () => resolves).map(({ name, range }) => ({
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
