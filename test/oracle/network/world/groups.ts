import { rangeText } from "../address";
import { type Attributes, blocksOf, listOf, type Resource } from "../terraform";
import { admitsAddress, admitsPort, type Protocol } from "./rules";
import type { Vpc } from "./vpcs";
import type { Source } from "./world";

interface Rule {
  readonly attributes: Attributes;
  readonly names: { readonly protocol: string; readonly from: string; readonly to: string };
  readonly cidrs: readonly unknown[];
  /** Groups whose members the rule is about. */
  readonly groups: readonly string[];
}

/** A security group: it allows what a rule allows, and the answers to it. */
export interface Group {
  readonly id: string;
  readonly vpc: string;
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
}

/** The other side of a packet: its address, and its groups where it is in the same VPC. */
export interface Peer {
  readonly address: number;
  readonly groups: readonly string[];
}

/** One rule of one group suffices. */
export function groupsAllow(rules: readonly Rule[], protocol: Protocol, port: number, peer: Peer): boolean {
  return rules.some(
    ({ attributes, names, cidrs, groups }) =>
      admitsPort(attributes, protocol, port, names) &&
      (cidrs.some((cidr) => admitsAddress(cidr, peer.address)) || groups.some((group) => peer.groups.includes(group))),
  );
}

const names = { protocol: "protocol", from: "from_port", to: "to_port" };
const ownNames = { ...names, protocol: "ip_protocol" };

function blockRule(source: Source, stack: string, self: string, block: Attributes): Rule {
  const lists = listOf(block["prefix_list_ids"]).map((list) => source.references.refer(stack, list));
  return {
    attributes: block,
    names,
    cidrs: [
      ...listOf(block["cidr_blocks"]),
      ...lists.flatMap((list) => source.prefixLists.get(list) ?? []).map(rangeText),
    ],
    groups: [
      ...listOf(block["security_groups"]).map((group) => source.references.refer(stack, group)),
      ...(block["self"] === true ? [self] : []),
    ],
  };
}

function separateRule(source: Source, resource: Resource): Rule {
  const { attributes, stack } = resource;
  if (resource.type === "aws_security_group_rule") {
    const others = attributes["source_security_group_id"];
    return blockRule(source, stack, source.named(resource, "security_group_id"), {
      ...attributes,
      ...(others === undefined ? {} : { security_groups: [others] }),
    });
  }
  const other = source.named(resource, "referenced_security_group_id");
  const list = source.prefixLists.get(source.named(resource, "prefix_list_id")) ?? [];
  return {
    attributes,
    names: ownNames,
    cidrs: [attributes["cidr_ipv4"], ...list.map(rangeText)],
    groups: other === "" ? [] : [other],
  };
}

/**
 * Security groups by identity, the default group of every VPC among them. One that nobody manages lets its members talk
 * to each other and out to everybody ("Default security groups", Amazon VPC user guide).
 */
export function readGroups(source: Source, vpcs: ReadonlyMap<string, Vpc>): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { id: vpc, defaultGroup: id } of vpcs.values()) {
    const everybody = { protocol: "-1" };
    groups.set(id, {
      id,
      vpc,
      ingress: [{ attributes: everybody, names, cidrs: [], groups: [id] }],
      egress: [{ attributes: everybody, names, cidrs: ["0.0.0.0/0"], groups: [] }],
    });
  }
  for (const resource of [...source.ofType("aws_security_group"), ...source.ofType("aws_default_security_group")]) {
    const id = source.references.identity(resource);
    const rules = (name: string): readonly Rule[] =>
      blocksOf(resource.attributes[name]).map((block) => blockRule(source, resource.stack, id, block));
    groups.set(id, { id, vpc: source.named(resource, "vpc_id"), ingress: rules("ingress"), egress: rules("egress") });
  }
  const add = (resource: Resource, direction: "ingress" | "egress"): void => {
    const id = source.named(resource, "security_group_id");
    const group = groups.get(id);
    if (group === undefined) source.fault(`${resource.address} names no security group: ${id}`);
    else groups.set(id, { ...group, [direction]: [...group[direction], separateRule(source, resource)] });
  };
  for (const rule of source.ofType("aws_vpc_security_group_ingress_rule")) add(rule, "ingress");
  for (const rule of source.ofType("aws_vpc_security_group_egress_rule")) add(rule, "egress");
  for (const rule of source.ofType("aws_security_group_rule")) {
    add(rule, rule.attributes["type"] === "egress" ? "egress" : "ingress");
  }
  return groups;
}
