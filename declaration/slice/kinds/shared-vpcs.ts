import { announcedTo } from "../../announced";
import type { DirectConnect, LandingZone, RouteDomain, SharedVpc, Vpn } from "../../model";
import { byName } from "../by-name";

/** The network stack's view of route domains: what goes into the route tables of shared VPCs, and nothing else of who talks to whom. */
export type SharedVpcReads = Pick<LandingZone["network"], "domains" | "sharedVpcs" | "vpns" | "directConnects">;

/**
 * A shared VPC's routes follow from two things: whether its domain has egress, and if not, which networks on premises it talks to. A
 * network on premises stands here in a domain called as itself. Where there is no IPAM, whose pools are a domain's own, VPCs with the same routes
 * are put into the same domain, whichever they are in: a move that changes no route changes nothing. A firewall between domains and the
 * resolver's endpoints know every range on premises.
 */
export function sharedVpcReads({ network, dns }: LandingZone): SharedVpcReads {
  const sites = [...network.vpns, ...network.directConnects];
  const routesOf = (name: string): Pick<RouteDomain, "egress" | "talksTo"> => {
    const own = network.domains.find((domain) => domain.name === name);
    const egress = own?.egress === true;
    const heard = egress ? [] : sites.filter(({ domain }) => own?.talksTo.includes(domain));
    return { egress, talksTo: heard.map((site) => site.name).sort() };
  };
  const names = network.domains.map(({ name }) => name).sort();
  const kindOf = ({ domain }: SharedVpc): string => JSON.stringify(routesOf(domain));
  const kinds = [...new Set(network.sharedVpcs.map(kindOf))].sort();
  const standIn = (vpc: SharedVpc): string =>
    network.ipam ? vpc.domain : (names[kinds.indexOf(kindOf(vpc))] ?? vpc.domain);
  const shown = new Map(network.sharedVpcs.map((vpc) => [standIn(vpc), routesOf(vpc.domain)] as const));
  const read = new Set([...shown.values()].flatMap(({ talksTo }) => talksTo));
  const { inbound = false, forward = {} } = dns.resolver ?? {};
  const readsAll = network.inspection?.betweenDomains === true || inbound || Object.keys(forward).length > 0;
  const site = <Site extends Vpn | DirectConnect>(each: Site): Site => ({
    ...each,
    domain: each.name,
    ranges: readsAll || read.has(each.name) ? each.ranges : [],
  });
  return {
    domains: names.map((name) => ({ name, egress: false, talksTo: [], ...shown.get(name) })),
    sharedVpcs: byName(network.sharedVpcs.map((vpc) => ({ ...vpc, domain: standIn(vpc), prefixLength: 0 }))),
    vpns: byName(network.vpns.map(site)),
    directConnects: byName(
      network.directConnects.map((each) => ({ ...site(each), announced: announcedTo({ network }, each) })),
    ),
  };
}
