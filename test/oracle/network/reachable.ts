import { addressOf, addressText } from "./address";
import { passGateway } from "./gateway-step";
import type { End, Flow, Packet, Place } from "./packet";
import { enterFromInternet, hasPublicAddress, leaveSubnet, subnetOf } from "./subnet-step";
import { type Group, groupsAllow } from "./world/groups";
import type { Protocol } from "./world/rules";
import type { World } from "./world/world";

/** One end of a flow: a host in a VPC, one behind an attachment that is no VPC's, or one on the internet. */
export interface Endpoint {
  readonly vpc?: string;
  readonly attachment?: string;
  readonly address: string;
  /** Security groups of the host; without any said, its groups let everything pass. */
  readonly groups?: readonly string[];
}

export interface Answer {
  /** Packets arrive and the answers to them too. */
  readonly ok: boolean;
  /** Packets arrive, whatever becomes of the answers. */
  readonly arrives: boolean;
  /** What they pass, there and back. */
  readonly hops: readonly string[];
  /** Why not; empty when `ok`. */
  readonly reason: string;
}

/** A client's port, of those any system takes. */
const clientPort = 50_000;

/** More hops than any way without a loop has. */
const patience = 40;

/** Can a host open a connection to another? Where AWS may choose a zone, whichever it chooses. */
export function reachable(world: World, from: Endpoint, to: Endpoint, port: number, protocol: Protocol): Answer {
  for (let choice = 0, choices = 1; ; choice++) {
    const flow: Flow = { choice, translations: [], firewalls: [], expected: undefined, choices };
    const answer = exchange(world, from, to, port, protocol, flow);
    choices = flow.choices;
    if (!answer.ok || choice + 1 >= choices) return answer;
  }
}

function exchange(world: World, from: Endpoint, to: Endpoint, port: number, protocol: Protocol, flow: Flow): Answer {
  const packet: Packet = {
    source: addressOf(from.address),
    destination: addressOf(to.address),
    sourcePort: clientPort,
    destinationPort: port,
    protocol,
  };
  const refused = (reason: string, hops: readonly string[] = [], arrives = false): Answer => ({
    ok: false,
    arrives,
    hops,
    reason,
  });
  if (!groupsOf(world, from).every(Boolean)) return refused(`${from.address} has a group that does not exist`);
  if (!lets(world, from, to, packet.destination, "egress", packet)) return refused("the groups let it not out");
  const start = startOf(world, from, to);
  if (typeof start === "string") return refused(start);
  const there = walk(world, start, packet, flow);
  if (!isAt(there.end, to)) return refused(whyNot(there), there.hops);
  if (!lets(world, to, from, there.packet.source, "ingress", packet))
    return refused("the groups let it not in", there.hops);
  const answer: Packet = {
    ...there.packet,
    source: there.packet.destination,
    destination: there.packet.source,
    sourcePort: packet.destinationPort,
    destinationPort: packet.sourcePort,
  };
  const returning: Flow = { ...flow, firewalls: [], expected: flow.firewalls };
  const first = there.end.in === "internet" ? ingress(there.end) : startOf(world, to, from);
  if (typeof first === "string") return refused(first, there.hops, true);
  const back = walk(world, first, answer, returning);
  flow.choices = Math.max(flow.choices, returning.choices);
  const hops = [...there.hops, "answer", ...back.hops];
  const isBack = isAt(back.end, from) && back.packet.destination === packet.source;
  if (!isBack) return refused(`the answer is lost: ${whyNot(back)}`, hops, true);
  const unseen = flow.firewalls.filter((firewall) => !returning.firewalls.includes(firewall));
  if (unseen.length > 0) return refused(`the answer passes by the firewall in ${unseen.join(", ")}`, hops, true);
  return { ok: true, arrives: true, hops, reason: "" };
}

interface Walk {
  readonly end: End;
  readonly packet: Packet;
  readonly hops: readonly string[];
}

function walk(world: World, start: Place, sent: Packet, flow: Flow): Walk {
  const hops: string[] = [];
  let place = start;
  let packet = sent;
  while (hops.length < patience) {
    const step =
      place.at === "subnet"
        ? leaveSubnet(world, place.subnet, packet, flow)
        : place.at === "gateway"
          ? passGateway(world, place.attachment, place.zone, packet, flow)
          : enterFromInternet(world, place.vpc, place.gateway, packet, flow);
    hops.push(step.hop);
    packet = step.packet;
    if ("in" in step.next) return { end: step.next, packet, hops };
    place = step.next;
  }
  return { end: { in: "nowhere", reason: "a loop" }, packet, hops };
}

/** Where a packet starts, or why it cannot. */
function startOf(world: World, from: Endpoint, to: Endpoint): Place | string {
  if (from.vpc !== undefined) {
    const subnet = subnetOf(world, from.vpc, addressOf(from.address));
    return subnet === undefined ? `${from.address} is in no subnet of ${from.vpc}` : { at: "subnet", subnet };
  }
  if (from.attachment !== undefined) {
    const attachment = world.hub.attachments.get(from.attachment);
    if (attachment === undefined) return `no attachment ${from.attachment}`;
    return { at: "gateway", attachment, zone: undefined };
  }
  const { vpc = "" } = to;
  const [gateway] = world.vpcs.get(vpc)?.internetGateways.keys() ?? [];
  if (gateway === undefined) return `${to.address} is behind no internet gateway`;
  if (!hasPublicAddress(world, vpc, addressOf(to.address))) return `${to.address} has no public address`;
  return { at: "internet-gateway", vpc, gateway };
}

function ingress({ vpc, gateway }: { readonly vpc: string; readonly gateway: string }): Place {
  return { at: "internet-gateway", vpc, gateway };
}

function isAt(end: End, { vpc, attachment }: Endpoint): boolean {
  if (end.in === "subnet") return end.vpc === vpc;
  if (end.in === "attachment") return end.attachment === attachment;
  return end.in === "internet" && vpc === undefined && attachment === undefined;
}

function whyNot({ end, packet }: Walk): string {
  if (end.in === "nowhere") return end.reason;
  return `${addressText(packet.destination)} is found elsewhere: ${JSON.stringify(end)}`;
}

function groupsOf(world: World, { groups = [] }: Endpoint): readonly (Group | undefined)[] {
  return groups.map((group) => world.groups.get(group));
}

/** Groups are stateful: the first packet decides. References to groups hold within a VPC. */
function lets(
  world: World,
  host: Endpoint,
  peer: Endpoint,
  address: number,
  direction: "ingress" | "egress",
  { protocol, destinationPort }: Packet,
): boolean {
  if (host.groups === undefined) return true;
  const groups = peer.vpc === host.vpc ? (peer.groups ?? []) : [];
  return groupsOf(world, host).some(
    (group) => group !== undefined && groupsAllow(group[direction], protocol, destinationPort, { address, groups }),
  );
}
