import { type Range, rangeOf, rangeText } from "../address";
import { listOf, type Resource, textOf } from "../terraform";
import type { Subnet, Vpc } from "./vpcs";
import type { Source } from "./world";

/** What is attached to a Transit Gateway. */
export interface Attachment {
  readonly id: string;
  /** Keys under which its id is locked. */
  readonly keys: readonly string[];
  /** Transit Gateway; undefined of a leaf, whose own side the walker does not know. */
  readonly gateway: string | undefined;
  /** The VPC; undefined of a leaf: VPN, Direct Connect. */
  readonly vpc: string | undefined;
  /** Availability zone → the subnet with the gateway's interface. */
  readonly zones: ReadonlyMap<string, string>;
  /** All packets of a flow go through one zone, both ways. */
  readonly appliance: boolean;
  /** Why nothing passes it. */
  readonly unusable: string | undefined;
}

/** A static route of a Transit Gateway route table; `attachment` undefined means a blackhole. */
export interface StaticRoute {
  readonly range: Range;
  readonly attachment: string | undefined;
}

export interface HubTable {
  readonly statics: readonly StaticRoute[];
  readonly propagated: ReadonlySet<string>;
}

export interface Hub {
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** Attachment → the one route table that routes what comes from it. */
  readonly associations: ReadonlyMap<string, string>;
  readonly tables: ReadonlyMap<string, HubTable>;
  /** Leaf attachment → what static routes say is behind it. */
  readonly behind: ReadonlyMap<string, readonly Range[]>;
}

const prefix = "aws_ec2_transit_gateway";

export function readHub(source: Source, vpcs: ReadonlyMap<string, Vpc>, subnets: ReadonlyMap<string, Subnet>): Hub {
  const statics = staticRoutes(source);
  const associated = source.ofType(`${prefix}_route_table_association`).map((each) => pair(source, each));
  const propagations = source.ofType(`${prefix}_route_table_propagation`).map((each) => pair(source, each));
  const attachments = new Map<string, Attachment>();
  for (const each of source.ofType(`${prefix}_vpc_attachment`)) {
    attachments.set(each.address, vpcAttachment(source, each, vpcs, subnets));
  }
  const gatewayOf = gatewaysOfTables(source);
  for (const { attachment: id, table } of [...associated, ...propagations, ...statics]) {
    if (!gatewayOf.has(table)) source.fault(`no Transit Gateway route table ${table}`);
    if (id === undefined || attachments.has(id)) continue;
    const keys = source.references.keysOf(id);
    const isKnown = keys.length > 0 || id.includes("/");
    if (!isKnown) source.fault(`no attachment ${id}`);
    const unusable = isKnown ? undefined : "it does not exist";
    attachments.set(id, { id, keys, gateway: undefined, vpc: undefined, zones: new Map(), appliance: false, unusable });
  }
  const associations = new Map<string, string>();
  for (const { attachment, table } of associated) {
    if (associations.has(attachment)) source.fault(`${attachment} is associated with two route tables`);
    associations.set(attachment, table);
    const gateway = attachments.get(attachment)?.gateway;
    if (gateway !== undefined && gateway !== gatewayOf.get(table))
      source.fault(`${table} is of another Transit Gateway`);
  }
  const propagated = new Map([...gatewayOf.keys()].map((table): [string, Set<string>] => [table, new Set()]));
  for (const { attachment, table } of propagations) propagated.get(table)?.add(attachment);
  addDefaults(source, attachments, associations, propagated);
  const tables = new Map(
    [...propagated].map(
      ([table, from]) => [table, { statics: own(source, statics, table), propagated: from }] as const,
    ),
  );
  const behind = new Map(
    [...attachments.values()]
      .filter(({ vpc }) => vpc === undefined)
      .map(({ id }) => [id, statics.filter((each) => each.attachment === id).map(({ range }) => range)] as const),
  );
  return { attachments, associations, tables, behind };
}

function pair(source: Source, resource: Resource): { readonly attachment: string; readonly table: string } {
  return {
    attachment: source.named(resource, "transit_gateway_attachment_id"),
    table: source.named(resource, "transit_gateway_route_table_id"),
  };
}

function own(source: Source, statics: readonly TableRoute[], table: string): readonly StaticRoute[] {
  const routes = statics.filter((route) => route.table === table);
  const ranges = routes.map(({ range }) => rangeText(range));
  for (const range of ranges.filter((each, at) => ranges.indexOf(each) < at)) {
    source.fault(`${table} has two static routes to ${range}`);
  }
  return routes;
}

interface TableRoute extends StaticRoute {
  readonly table: string;
}

function staticRoutes(source: Source): readonly TableRoute[] {
  const attachmentOf = (each: Resource): string | undefined =>
    each.attributes["blackhole"] === true ? undefined : source.named(each, "transit_gateway_attachment_id");
  return [
    ...source.ofType(`${prefix}_route`).map((each) => ({
      table: source.named(each, "transit_gateway_route_table_id"),
      range: rangeOf(textOf(each.attributes["destination_cidr_block"]) ?? ""),
      attachment: attachmentOf(each),
    })),
    ...source.ofType(`${prefix}_prefix_list_reference`).flatMap((each) =>
      (source.prefixLists.get(source.named(each, "prefix_list_id")) ?? []).map((range) => ({
        table: source.named(each, "transit_gateway_route_table_id"),
        range,
        attachment: attachmentOf(each),
      })),
    ),
  ];
}

function gatewaysOfTables(source: Source): ReadonlyMap<string, string> {
  return new Map([
    ...source
      .ofType(`${prefix}_route_table`)
      .map((table) => [table.address, source.named(table, "transit_gateway_id")] as const),
    ...source
      .ofType(prefix)
      .map((gateway) => [`${gateway.address}#association_default_route_table_id`, gateway.address] as const),
  ]);
}

function vpcAttachment(
  source: Source,
  resource: Resource,
  vpcs: ReadonlyMap<string, Vpc>,
  subnets: ReadonlyMap<string, Subnet>,
): Attachment {
  const { address: id, stack, attributes } = resource;
  const gateway = source.named(resource, "transit_gateway_id");
  const vpc = source.named(resource, "vpc_id");
  const zones = new Map<string, string>();
  for (const value of listOf(attributes["subnet_ids"])) {
    const subnet = subnets.get(source.references.refer(stack, value));
    if (subnet?.vpc !== vpc) source.fault(`${id} names a subnet that is not of ${vpc}`);
    else if (zones.has(subnet.zone)) source.fault(`${id} has two subnets in ${subnet.zone}`);
    else zones.set(subnet.zone, subnet.id);
  }
  return {
    id,
    keys: source.references.keysOf(id),
    gateway,
    vpc: vpcs.has(vpc) ? vpc : undefined,
    zones,
    appliance: attributes["appliance_mode_support"] === "enable",
    unusable: whyUnusable(source, resource, gateway),
  };
}

/** "Share a transit gateway": another account attaches to what is shared with it, and the owner accepts. */
function whyUnusable(source: Source, { address, stack }: Resource, gateway: string): string | undefined {
  const hub = source.ofType(prefix).find((each) => each.address === gateway);
  if (hub === undefined) return `its Transit Gateway ${gateway} does not exist`;
  const account = source.accountOf(stack);
  if (account === source.accountOf(hub.stack)) return undefined;
  const shares = source
    .ofType("aws_ram_resource_association")
    .filter((each) => source.named(each, "resource_arn") === gateway)
    .map((each) => source.named(each, "resource_share_arn"));
  const isShared = source
    .ofType("aws_ram_principal_association")
    .filter((each) => shares.includes(source.named(each, "resource_share_arn")))
    .some((each) => {
      const principal = textOf(each.attributes["principal"]) ?? "";
      return principal === account || /:organization\//.test(principal);
    });
  if (!isShared) return "the Transit Gateway is not shared with its account";
  const isAccepted =
    hub.attributes["auto_accept_shared_attachments"] === "enable" ||
    source
      .ofType(`${prefix}_vpc_attachment_accepter`)
      .some((each) => source.named(each, "transit_gateway_attachment_id") === address);
  return isAccepted ? undefined : "nobody accepts it";
}

/** Attachments of a gateway with a default route table, which is on unless it is switched off. */
function addDefaults(
  source: Source,
  attachments: ReadonlyMap<string, Attachment>,
  associations: Map<string, string>,
  propagated: ReadonlyMap<string, Set<string>>,
): void {
  const resourceOf = new Map(source.ofType(`${prefix}_vpc_attachment`).map((each) => [each.address, each]));
  for (const { address, attributes } of source.ofType(prefix)) {
    const table = `${address}#association_default_route_table_id`;
    for (const { id, gateway } of attachments.values()) {
      const own = resourceOf.get(id)?.attributes ?? {};
      if (gateway !== address) continue;
      const isOn = (what: string): boolean =>
        attributes[`default_route_table_${what}`] !== "disable" &&
        own[`transit_gateway_default_route_table_${what}`] !== false;
      if (isOn("association") && !associations.has(id)) associations.set(id, table);
      if (isOn("propagation")) propagated.get(table)?.add(id);
    }
  }
}
