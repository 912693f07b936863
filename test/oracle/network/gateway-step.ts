import { longest } from "./address";
import { dropped, type Flow, type Packet, type Step } from "./packet";
import type { Attachment, HubTable } from "./world/hub";
import type { World } from "./world/world";

/** At the Transit Gateway the route table of the attachment a packet came from says where it goes. */
export function passGateway(
  world: World,
  from: Attachment,
  zone: string | undefined,
  packet: Packet,
  flow: Flow,
): Step {
  const hop = from.id;
  if (from.unusable !== undefined) return dropped(packet, hop, from.unusable);
  const id = world.hub.associations.get(from.id);
  const table = world.hub.tables.get(id ?? "");
  if (id === undefined || table === undefined) return dropped(packet, hop, "associated with no route table");
  const found = lookUp(world, table, packet.destination);
  if (typeof found === "string") return dropped(packet, id, found);
  if (found.unusable !== undefined) return dropped(packet, found.id, found.unusable);
  if (found.vpc === undefined) return { hop: id, packet, next: { in: "attachment", attachment: found.id } };
  const subnet = world.subnets.get(interfaceIn(found, zone, flow) ?? "");
  if (subnet === undefined) return dropped(packet, found.id, "an attachment without subnets");
  return { hop: id, packet, next: { at: "subnet", subnet } };
}

/**
 * "Route evaluation order", Amazon VPC Transit Gateways guide: the longest prefix, then static before propagated.
 * @returns the attachment, or why there is none
 */
function lookUp(world: World, table: HubTable, address: number): Attachment | string {
  const propagated = [...table.propagated].flatMap((id) => {
    const attachment = world.hub.attachments.get(id);
    const ranges = world.vpcs.get(attachment?.vpc ?? "")?.ranges ?? world.hub.behind.get(id) ?? [];
    return ranges.map((range) => ({ range, attachment: id, isStatic: false }));
  });
  const best = longest([...table.statics.map((route) => ({ ...route, isStatic: true })), ...propagated], address);
  const [route, another] = best.some(({ isStatic }) => isStatic) ? best.filter(({ isStatic }) => isStatic) : best;
  if (route === undefined) return "no route";
  if (another !== undefined) return "two attachments propagate the same range";
  if (route.attachment === undefined) return "a blackhole";
  return world.hub.attachments.get(route.attachment) ?? `no attachment ${route.attachment}`;
}

/**
 * "Availability Zones" and "appliance mode", Amazon VPC Transit Gateways guide: a packet stays in the zone it came from
 * where the attachment has it, else AWS chooses; in appliance mode it chooses once for a flow.
 */
function interfaceIn({ zones, appliance }: Attachment, zone: string | undefined, flow: Flow): string | undefined {
  const same = zone === undefined || appliance ? undefined : zones.get(zone);
  if (same !== undefined) return same;
  const all = [...zones.keys()].sort().flatMap((each) => zones.get(each) ?? []);
  flow.choices = Math.max(flow.choices, all.length);
  return all[flow.choice % all.length];
}
