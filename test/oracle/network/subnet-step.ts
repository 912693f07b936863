import { isPrivate, longest } from "./address";
import { dropped, type Flow, type Packet, type Step } from "./packet";
import { aclAllows } from "./world/acls";
import { endpointSubnet } from "./world/middleboxes";
import type { Target } from "./world/tables";
import type { Subnet } from "./world/vpcs";
import type { World } from "./world/world";

/** From a subnet a packet goes where the subnet's route table says. */
export function leaveSubnet(world: World, subnet: Subnet, packet: Packet, flow: Flow): Step {
  const hop = subnet.id;
  const [route] = longest(world.tables.get(subnet.table)?.routes ?? [], packet.destination);
  if (route === undefined) return dropped(packet, hop, `no route in ${subnet.table}`);
  return take(world, subnet, route.target, packet, flow);
}

function take(world: World, subnet: Subnet, { kind, id }: Target, packet: Packet, flow: Flow): Step {
  switch (kind) {
    case "local":
      return into(world, subnet, subnet.vpc, packet, flow);
    case "transit":
      return toGateway(world, subnet, id, packet);
    case "internet":
      return toInternet(world, subnet, id, packet);
    case "nat":
      return toNat(world, subnet, id, packet, flow);
    case "firewall":
      return toFirewall(world, subnet, id, packet, flow);
    case "peering": {
      const sides = world.middleboxes.peerings.get(id);
      if (!sides?.includes(subnet.vpc)) return dropped(packet, subnet.id, `no peering ${id}`);
      return into(world, subnet, sides[0] === subnet.vpc ? sides[1] : sides[0], packet, flow);
    }
    case "unknown":
      return dropped(packet, subnet.id, `a route to what the walker does not know: ${id}`);
  }
}

/** "Network ACLs", Amazon VPC user guide: between subnets the one's outbound and the other's inbound rules apply. */
function crosses(world: World, from: Subnet | undefined, to: Subnet | undefined, packet: Packet): string | undefined {
  if (from === to) return undefined;
  const { protocol, destinationPort: port, source, destination } = packet;
  const out = from && world.acls.get(from.acl);
  const into = to && world.acls.get(to.acl);
  if (out && !aclAllows(out.outbound, protocol, port, destination)) return `the ACL of ${from.id} lets it not out`;
  if (into && !aclAllows(into.inbound, protocol, port, source)) return `the ACL of ${to.id} lets it not in`;
  return undefined;
}

/** Delivery by the route `local`, of this VPC or a peer's. */
function into(world: World, from: Subnet | undefined, vpc: string, packet: Packet, flow: Flow): Step {
  const hop = from?.id ?? vpc;
  const to = subnetOf(world, vpc, packet.destination);
  if (to === undefined) return dropped(packet, hop, `no subnet of ${vpc}`);
  const refused = crosses(world, from, to, packet);
  return refused === undefined ? arrive(world, to, packet, flow) : dropped(packet, hop, refused);
}

export function subnetOf(world: World, vpc: string, address: number): Subnet | undefined {
  const subnets = world.vpcs.get(vpc)?.subnets ?? [];
  return longest(subnets, address)[0];
}

/** A packet for a NAT gateway is an answer, or nobody's. */
function arrive(world: World, subnet: Subnet, packet: Packet, flow: Flow): Step {
  const nat = [...world.middleboxes.nats.values()].find(({ address }) => address === packet.destination);
  if (nat?.subnet !== subnet.id) {
    return { hop: subnet.id, packet, next: { in: "subnet", vpc: subnet.vpc, subnet: subnet.id } };
  }
  const translation = flow.expected === undefined ? undefined : flow.translations.pop();
  if (translation?.nat !== nat.id) return dropped(packet, nat.id, "nobody behind it asked for this");
  return { hop: nat.id, packet: { ...packet, destination: translation.source }, next: { at: "subnet", subnet } };
}

/**
 * "Network ACLs for transit gateways": the instance's subnet lets the packet out, the inbound rules of the subnet with
 * the gateway's interface let it in. Where both are one subnet, both its lists apply. The interface must be in the same zone.
 */
function toGateway(world: World, subnet: Subnet, gateway: string, packet: Packet): Step {
  const attachment = [...world.hub.attachments.values()].find(
    (each) => each.gateway === gateway && each.vpc === subnet.vpc,
  );
  if (attachment === undefined) return dropped(packet, subnet.id, `the VPC is not attached to ${gateway}`);
  const elastic = world.subnets.get(attachment.zones.get(subnet.zone) ?? "");
  if (elastic === undefined) return dropped(packet, subnet.id, `the attachment has no subnet in ${subnet.zone}`);
  const refused = crosses(world, subnet, undefined, packet) ?? crosses(world, undefined, elastic, packet);
  if (refused !== undefined) return dropped(packet, subnet.id, refused);
  return { hop: attachment.id, packet, next: { at: "gateway", attachment, zone: subnet.zone } };
}

/** "Internet gateways": what has no public address is not sent on, and nobody on the internet has a private one. */
function toInternet(world: World, subnet: Subnet, gateway: string, packet: Packet): Step {
  if (!world.vpcs.get(subnet.vpc)?.internetGateways.has(gateway)) {
    return dropped(packet, subnet.id, `the VPC has no gateway ${gateway}`);
  }
  const refused = crosses(world, subnet, undefined, packet);
  if (refused !== undefined) return dropped(packet, subnet.id, refused);
  if (!hasPublicAddress(world, subnet.vpc, packet.source)) return dropped(packet, gateway, "no public address");
  if (isPrivate(packet.destination)) return dropped(packet, gateway, "a private destination");
  return { hop: gateway, packet, next: { in: "internet", vpc: subnet.vpc, gateway } };
}

export function hasPublicAddress(world: World, vpc: string, address: number): boolean {
  const subnet = subnetOf(world, vpc, address);
  const nat = [...world.middleboxes.nats.values()].find(
    (each) => each.address === address && each.subnet === subnet?.id,
  );
  return nat?.public ?? subnet?.publicAddresses ?? false;
}

/** "NAT gateways": the source becomes the gateway's own address; answers do not pass one that did not see the question. */
function toNat(world: World, subnet: Subnet, id: string, packet: Packet, flow: Flow): Step {
  const nat = world.middleboxes.nats.get(id);
  const stands = world.subnets.get(nat?.subnet ?? "");
  if (nat === undefined || stands?.vpc !== subnet.vpc) return dropped(packet, subnet.id, `the VPC has no ${id}`);
  if (flow.expected !== undefined) return dropped(packet, id, "it does not know the flow");
  const refused = crosses(world, subnet, stands, packet);
  if (refused !== undefined) return dropped(packet, subnet.id, refused);
  flow.translations.push({ nat: id, source: packet.source });
  return { hop: id, packet: { ...packet, source: nat.address }, next: { at: "subnet", subnet: stands } };
}

/** A firewall endpoint passes on what its policy lets through, which is not the walker's to say. */
function toFirewall(world: World, subnet: Subnet, target: string, packet: Packet, flow: Flow): Step {
  const stands = endpointSubnet(world.middleboxes, world.subnets, target);
  if (stands?.vpc !== subnet.vpc) return dropped(packet, subnet.id, `no firewall endpoint ${target}`);
  const refused = crosses(world, subnet, stands, packet);
  if (refused !== undefined) return dropped(packet, subnet.id, refused);
  return throughFirewall(stands, packet, flow);
}

function throughFirewall(stands: Subnet, packet: Packet, flow: Flow): Step {
  const hop = `firewall in ${stands.id}`;
  if (flow.expected !== undefined && !flow.expected.includes(stands.id)) {
    return dropped(packet, hop, "it did not see the other direction");
  }
  flow.firewalls.push(stands.id);
  return { hop, packet, next: { at: "subnet", subnet: stands } };
}

/** From the internet by the gateway's own route table, if it has one ("Gateway route tables"), else as `local` says. */
export function enterFromInternet(world: World, vpc: string, gateway: string, packet: Packet, flow: Flow): Step {
  const table = world.vpcs.get(vpc)?.internetGateways.get(gateway);
  const [route] = longest(world.tables.get(table ?? "")?.routes ?? [], packet.destination);
  if (route === undefined || route.target.kind === "local") return into(world, undefined, vpc, packet, flow);
  const stands = endpointSubnet(world.middleboxes, world.subnets, route.target.id);
  if (route.target.kind !== "firewall" || stands === undefined) return dropped(packet, gateway, "no such way in");
  const refused = crosses(world, undefined, stands, packet);
  return refused === undefined ? throughFirewall(stands, packet, flow) : dropped(packet, gateway, refused);
}
