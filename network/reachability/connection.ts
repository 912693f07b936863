import { formatAddress } from "../../declaration/address-range";
import type { Admission, VpcPlan } from "../plan/vpc-plan";
import type { MappedNetwork, NetworkMap } from "./map";
import { decidingRule, isWithin, type Packet, type Protocol, ruleText } from "./packet";
import { rangeOf } from "./prefix-table";
import { besideNat, type Hop, type Nat, startIn, type Trip, walk } from "./walk";

/** One side of a connection: an address in a network (of a service in it), or of the internet. */
export interface Side {
  /** Name it was asked for by. */
  readonly name: string;
  readonly address: number;
  /** The address in words: a range, for any address of it. */
  readonly shown: string;
  /** `undefined` for the internet. */
  readonly network: MappedNetwork | undefined;
  /** Who may connect, for a service; workloads say it themselves. */
  readonly admits?: readonly Admission[];
}

/** A network at one of its addresses, by default the first. */
export function sideOf(network: MappedNetwork, address = network.ranges[0]?.first ?? 0): Side {
  const { name, ranges } = network.network;
  return { name, address, shown: ranges[0] ?? name, network };
}

/** A connection there and back; one direction alone is none. */
export interface Connection {
  readonly there: Trip;
  /** `undefined` when nothing arrives. */
  readonly back: Trip | undefined;
  /** The hop that is missing or drops it; `undefined` when it comes about. */
  readonly stops: { readonly on: "there" | "back"; readonly why: string } | undefined;
}

/** Dynamic ports, from which connections are opened: RFC 6335, section 6. */
const dynamicPort = 49_152;

/** Opens a connection. @param letter availability zone it is opened in */
export function connect(
  map: NetworkMap,
  from: Side,
  to: Side,
  { protocol, port }: { readonly protocol: Protocol; readonly port: number },
  letter: string,
): Connection {
  const packet = { source: from.address, destination: to.address, shown: to.shown, protocol, port, isAnswer: false };
  const there = wayThere(map, from, to, packet, letter);
  const lost = lostBefore(to, there);
  if (lost !== undefined) return { there, back: undefined, stops: { on: "there", why: lost } };
  const answer = {
    ...packet,
    source: to.address,
    destination: from.address,
    shown: from.shown,
    port: dynamicPort,
    isAnswer: true,
  };
  const back = wayBack(map, to, there, answer, letter);
  const unanswered = lostBefore(from, back);
  return { there, back, stops: unanswered === undefined ? undefined : { on: "back", why: unanswered } };
}

function nowhere(dropped: string, ...hops: readonly Hop[]): Trip {
  return { hops, end: { dropped } };
}

function wayThere(map: NetworkMap, from: Side, to: Side, packet: Packet, letter: string): Trip {
  if (from.network === undefined)
    return nowhere(
      "the internet reaches nothing: NAT gateways translate what is sent outwards, and no subnet gives out public addresses",
    );
  if (from.admits) return nowhere(`${from.name} answers and opens no connection`);
  const trip = walk(map, startIn(from.network, letter), packet, letter);
  return to.admits === undefined || lostBefore(to, trip) !== undefined ? trip : admitted(to, to.admits, trip, packet);
}

/** Past the security group of a service. */
function admitted(to: Side, admits: readonly Admission[], trip: Trip, packet: Packet): Trip {
  const { source, protocol, port } = packet;
  const match = admits.map((each) => `${each.protocol} ${each.port} from ${each.from.join(", ")}`).join("; ");
  const fits = admits.some(
    (each) => each.protocol === protocol && each.port === port && isWithin(source, each.from.map(rangeOf)),
  );
  const hop = {
    network: to.network?.network.name ?? "",
    by: "security group",
    match,
    leadsTo: fits ? to.name : "refused",
  };
  if (fits) return { ...trip, hops: [...trip.hops, hop] };
  const refused = `the security group of ${to.name} refuses ${protocol} ${port} from ${formatAddress(source)}: it admits ${match}`;
  return nowhere(refused, ...trip.hops, hop);
}

/** Why a trip does not end where it should. */
function lostBefore({ name, network }: Side, { end }: Trip): string | undefined {
  if ("dropped" in end) return end.dropped;
  if (end.delivered === network?.network.name) return undefined;
  return end.delivered === undefined
    ? `what is for ${name} leaves to the internet`
    : `what is for ${name} is led to ${end.delivered}`;
}

/** Answers go to whoever asked, or to the NAT gateway that put its own address there, which passes them on. */
function wayBack(map: NetworkMap, to: Side, { nat }: Trip, answer: Packet, letter: string): Trip {
  const network = nat && map.networks.get(nat.vpc);
  const vpc = network?.network.vpc;
  if (nat === undefined || network === undefined || vpc === undefined)
    return to.network
      ? walk(map, startIn(to.network, letter), answer, letter)
      : nowhere("nobody on the internet knows the way to a private address");
  const toNat = arrival(map, to, { nat, network, vpc }, answer, letter);
  if ("dropped" in toNat.end) return toNat;
  const onwards = walk(map, { subnet: besideNat(vpc, nat.name), of: network }, answer, letter);
  return { ...onwards, hops: [...toNat.hops, ...onwards.hops] };
}

interface PlacedNat {
  readonly nat: Nat;
  readonly network: MappedNetwork;
  readonly vpc: VpcPlan;
}

/** How an answer comes to a NAT gateway: from the internet to its public address, from inside to an address of its VPC. */
function arrival(map: NetworkMap, to: Side, { nat, network, vpc }: PlacedNat, answer: Packet, letter: string): Trip {
  if (to.network) {
    const inside = { ...answer, destination: network.ranges[0]?.first ?? 0, shown: `NAT gateway ${nat.name}` };
    return walk(map, startIn(to.network, letter), inside, letter);
  }
  const rule = decidingRule(vpc.networkAcl, answer);
  const match = rule ? ruleText(rule) : "no rule";
  const hop = { network: nat.vpc, by: "network ACL", match, leadsTo: `NAT gateway ${nat.name}` };
  if (rule?.action !== "allow") return nowhere(`the network ACL of ${nat.vpc} refuses answers: ${match}`, hop);
  return { hops: [hop], end: { delivered: nat.vpc } };
}
