import { formatAddress } from "../../declaration/address-range";
import type { VpcPlan, VpcTarget } from "../plan/vpc-plan";
import type { HubRoute, MappedNetwork, NetworkMap } from "./map";
import { decidingRule, inspected, isWithin, type Packet, ruleText } from "./packet";

/** One decision on the way. */
export interface Hop {
  /** Network it is made in, or `hub`. */
  readonly network: string;
  /** What decides, such as `route table private`. */
  readonly by: string;
  /** The route or rule that fits. */
  readonly match: string;
  readonly leadsTo: string;
}

/** Where a packet ends: in a network, or nowhere, and why. The internet is a network without a name. */
export type End = { readonly delivered: string | undefined } | { readonly dropped: string };

/** A NAT gateway, and the VPC it is in. */
export interface Nat {
  readonly vpc: string;
  readonly name: string;
}

export interface Trip {
  readonly hops: readonly Hop[];
  readonly end: End;
  /** What put its own address in place of the source's, if anything did: answers go there. */
  readonly nat?: Nat | undefined;
}

/** Where a packet is: in a subnet of a VPC, at the hub having come from a network, or on premises. */
export type Position =
  | { readonly subnet: string; readonly of: MappedNetwork }
  | { readonly atHubFrom: MappedNetwork }
  | { readonly onPremises: MappedNetwork };

type Step = { readonly hop: Hop; readonly nat?: Nat } & ({ readonly next: Position } | { readonly end: End });

/** More than any way there is: a spoke, the hub, inspection and its firewall, the hub, egress and its NAT gateway. */
const mostSteps = 24;

/** Follows a packet from table to table. @param letter of the availability zone, which traffic keeps to on its way through the hub */
export function walk(map: NetworkMap, start: Position, packet: Packet, letter: string): Trip {
  const hops: Hop[] = [];
  let position = start;
  let nat: Nat | undefined;
  while (hops.length < mostSteps) {
    const step = stepFrom(map, position, packet, letter);
    hops.push(step.hop);
    nat = step.nat ?? nat;
    if ("end" in step) return { hops, end: step.end, nat };
    position = step.next;
  }
  return { hops, end: { dropped: `${packet.shown} is sent in circles` } };
}

/** Where what is sent from a network starts. */
export function startIn(network: MappedNetwork, letter: string): Position {
  const { vpc } = network.network;
  return vpc ? { subnet: `${vpc.main}-${letter}`, of: network } : { onPremises: network };
}

function stepFrom(map: NetworkMap, position: Position, packet: Packet, letter: string): Step {
  if ("atHubFrom" in position) return stepAtHub(map, position.atHubFrom, packet, letter);
  if ("onPremises" in position) return stepOnPremises(position.onPremises, packet);
  const { of, subnet } = position;
  const { vpc, name } = of.network;
  if (vpc === undefined) return stepOnPremises(of, packet);
  if (isWithin(packet.destination, of.ranges)) {
    const crossed = crossing(name, vpc, packet, `${vpc.main} subnets`);
    return "refused" in crossed ? crossed.refused : { hop: crossed.hop, end: { delivered: name } };
  }
  return stepByTable(map, of, { vpc, subnet }, packet);
}

interface InVpc {
  readonly vpc: VpcPlan;
  readonly subnet: string;
}

function stepByTable(map: NetworkMap, of: MappedNetwork, { vpc, subnet }: InVpc, packet: Packet): Step {
  const { name } = of.network;
  const mapped = of.tables.get(subnet);
  const by = `route table ${mapped?.table.name ?? "main"}`;
  const route = mapped?.routes.lookup(packet.destination);
  if (route === undefined) {
    const dropped = mapped?.table.otherwise ?? `no route to ${packet.shown} in ${by} of ${name}`;
    return { hop: { network: name, by, match: "no route", leadsTo: "nowhere" }, end: { dropped } };
  }
  const { to, destination: match } = route;
  const hop = { network: name, by, match, leadsTo: targetText(to) };
  if (to === "internet") return { hop, end: { delivered: undefined } };
  if (to !== "hub" && "firewall" in to) {
    const { passes, rule } = inspected(map, packet);
    const decided = { network: name, by: "firewall", match: rule, leadsTo: passes ? "on" : "dropped" };
    const what = `${packet.protocol} ${packet.port} to ${packet.shown}`;
    return passes
      ? { hop: decided, next: { subnet: `${vpc.main}-${to.firewall}`, of } }
      : { hop: decided, end: { dropped: `the firewall drops ${what}: ${rule}` } };
  }
  const crossed = crossing(name, vpc, packet, "");
  if ("refused" in crossed) return crossed.refused;
  if (to === "hub") return { hop, next: { atHubFrom: of } };
  return { hop, nat: { vpc: name, name: to.nat }, next: { subnet: besideNat(vpc, to.nat), of } };
}

/** The subnet that a NAT gateway is in. */
export function besideNat({ main }: VpcPlan, nat: string): string {
  return `${main}-${nat.slice(-1)}`;
}

function targetText(to: VpcTarget): string {
  if (to === "hub") return "hub";
  if (to === "internet") return "internet gateway";
  return "nat" in to ? `NAT gateway ${to.nat}` : "firewall";
}

/** Into another subnet of a VPC, past its network ACL. */
function crossing(
  network: string,
  { networkAcl }: VpcPlan,
  packet: Packet,
  leadsTo: string,
): { readonly hop: Hop } | { readonly refused: Step } {
  const rule = decidingRule(networkAcl, packet);
  const match = rule === undefined ? "no rule" : ruleText(rule);
  const hop = { network, by: "network ACL", match, leadsTo };
  if (rule?.action === "allow") return { hop };
  const dropped = `the network ACL of ${network} refuses ${packet.protocol} ${packet.port}: ${match}`;
  return { refused: { hop: { ...hop, leadsTo: "refused" }, end: { dropped } } };
}

function stepAtHub(map: NetworkMap, from: MappedNetwork, packet: Packet, letter: string): Step {
  const [table] = from.associated;
  const { name } = from.network;
  const nowhere = (by: string, match: string, dropped: string): Step => ({
    hop: { network: "hub", by, match, leadsTo: "nowhere" },
    end: { dropped },
  });
  if (table === undefined) return nowhere("no table", name, `${name} is associated with no table of the hub`);
  const by = `table ${table}`;
  const route = map.hub.get(table)?.lookup(packet.destination);
  if (route === undefined) return nowhere(by, "no route", `no route to ${packet.shown} in hub table ${table}`);
  if (route.to === "blackhole")
    return nowhere(by, `${route.destination} blackhole`, `blackhole ${route.destination} in hub table ${table}`);
  const { attachment } = route.to;
  const target = map.networks.get(attachment);
  if (target === undefined)
    return nowhere(by, routeText(route), `hub table ${table} leads to ${attachment}, which is not there`);
  const hop = { network: "hub", by, match: routeText(route), leadsTo: attachment };
  const far = target.network.far === undefined ? undefined : map.networks.get(target.network.far);
  if (far) return { hop, next: { atHubFrom: far } };
  if (target.network.vpc) return { hop, next: { subnet: `${target.network.vpc.attachment}-${letter}`, of: target } };
  return isWithin(packet.destination, target.ranges)
    ? { hop, end: { delivered: attachment } }
    : { hop, end: { dropped: `${attachment} has no ${formatAddress(packet.destination)}` } };
}

function routeText({ destination, learnt }: HubRoute): string {
  return learnt ? `${destination} learnt` : destination;
}

/** What leaves a network on premises comes to the hub, unless its routers are not told of the destination. */
function stepOnPremises(of: MappedNetwork, packet: Packet): Step {
  const { name, told } = of.network;
  const hop = { network: name, by: "on premises", match: "its own routers", leadsTo: "hub" };
  if (of.told === undefined || isWithin(packet.destination, of.told)) return { hop, next: { atHubFrom: of } };
  const dropped = `${name} is told the way to ${told?.join(", ") || "nothing"}, not to ${packet.shown}`;
  return { hop: { ...hop, leadsTo: "nowhere" }, end: { dropped } };
}
