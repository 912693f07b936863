import { holds, type Range, rangeOf } from "../address";
import { textOf } from "../terraform";
import type { Source } from "./world";

export interface Subnet {
  readonly id: string;
  readonly vpc: string;
  readonly range: Range;
  readonly zone: string;
  /** What is launched here gets a public address. */
  readonly publicAddresses: boolean;
  /** Its route table and its network ACL. */
  table: string;
  acl: string;
}

export interface Vpc {
  readonly id: string;
  readonly stack: string;
  readonly ranges: readonly Range[];
  readonly subnets: readonly Subnet[];
  /** Identity of the main route table, which binds subnets without an association. */
  mainTable: string;
  readonly defaultAcl: string;
  readonly defaultGroup: string;
  /** Internet gateways, with the route table for what comes in through them, if they have one. */
  readonly internetGateways: Map<string, string | undefined>;
}

/** VPCs, subnets, internet gateways. Route tables and ACLs are those AWS gives until an association says otherwise. */
export function readVpcs(source: Source): { vpcs: ReadonlyMap<string, Vpc>; subnets: ReadonlyMap<string, Subnet> } {
  const secondary = source.ofType("aws_vpc_ipv4_cidr_block_association");
  const vpcs = new Map<string, Vpc>();
  const subnets = new Map<string, Subnet>();
  for (const { address: id, stack, attributes } of source.ofType("aws_vpc")) {
    const cidrs = [
      attributes["cidr_block"],
      ...secondary.filter((each) => source.named(each, "vpc_id") === id).map((each) => each.attributes["cidr_block"]),
    ];
    const ofVpc = source.ofType("aws_subnet").filter((subnet) => source.named(subnet, "vpc_id") === id);
    const own = ofVpc.map((subnet): Subnet => {
      const zone = textOf(subnet.attributes["availability_zone"]);
      if (zone === undefined || zone.startsWith("${")) throw new Error(`${subnet.address} names no availability zone`);
      return {
        id: subnet.address,
        vpc: id,
        range: rangeOf(textOf(subnet.attributes["cidr_block"]) ?? ""),
        zone,
        publicAddresses: subnet.attributes["map_public_ip_on_launch"] === true,
        table: `${id}#default_route_table_id`,
        acl: `${id}#default_network_acl_id`,
      };
    });
    const ranges = cidrs.map((cidr) => rangeOf(textOf(cidr) ?? ""));
    for (const subnet of own) {
      subnets.set(subnet.id, subnet);
      if (!ranges.some((range) => holds(range, subnet.range.first))) source.fault(`${subnet.id} is outside its VPC`);
    }
    vpcs.set(id, {
      id,
      stack,
      ranges,
      subnets: own,
      mainTable: `${id}#default_route_table_id`,
      defaultAcl: `${id}#default_network_acl_id`,
      defaultGroup: `${id}#default_security_group_id`,
      internetGateways: new Map(),
    });
  }
  addInternetGateways(source, vpcs);
  return { vpcs, subnets };
}

function addInternetGateways(source: Source, vpcs: ReadonlyMap<string, Vpc>): void {
  const attached = [
    ...source.ofType("aws_internet_gateway").map((each) => [each.address, source.named(each, "vpc_id")] as const),
    ...source
      .ofType("aws_internet_gateway_attachment")
      .map((each) => [source.named(each, "internet_gateway_id"), source.named(each, "vpc_id")] as const),
  ];
  for (const [gateway, vpc] of attached) {
    const gateways = vpcs.get(vpc)?.internetGateways;
    if (gateways?.size === 1) source.fault(`${vpc} has a second internet gateway`);
    gateways?.set(gateway, undefined);
  }
}
