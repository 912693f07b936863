import { type Attributes, blocksOf, listOf, numberOf, type Resource, textOf } from "../terraform";
import { admitsAddress, admitsPort, type Protocol } from "./rules";
import type { Subnet, Vpc } from "./vpcs";
import type { Source } from "./world";

interface Rule {
  readonly number: number;
  readonly block: Attributes;
  readonly allows: boolean;
}

/** A network ACL: rules in the order of their numbers, the first that matches decides, none means deny. */
export interface Acl {
  readonly id: string;
  readonly inbound: readonly Rule[];
  readonly outbound: readonly Rule[];
}

const blockNames = { protocol: "protocol", from: "from_port", to: "to_port" };

/** @param address the source of what comes in, the destination of what goes out */
export function aclAllows(rules: readonly Rule[], protocol: Protocol, port: number, address: number): boolean {
  const first = rules.find(
    ({ block }) => admitsAddress(block["cidr_block"], address) && admitsPort(block, protocol, port, blockNames),
  );
  return first?.allows === true;
}

/** Ports at which the rules begin to say something else. */
export function aclEdges({ inbound, outbound }: Acl): readonly number[] {
  return [...inbound, ...outbound].flatMap(({ block }) => [
    numberOf(block["from_port"], 0),
    numberOf(block["to_port"], 65_535) + 1,
  ]);
}

function blockRules(value: unknown): readonly Rule[] {
  return blocksOf(value).map((block) => ({
    number: numberOf(block["rule_no"], 0),
    block,
    allows: textOf(block["action"])?.toLowerCase() === "allow",
  }));
}

function separateRule({ attributes }: Resource): Rule {
  return {
    number: numberOf(attributes["rule_number"], 0),
    block: attributes,
    allows: textOf(attributes["rule_action"])?.toLowerCase() === "allow",
  };
}

/** "Default network ACL", Amazon VPC user guide: everything in and out, for a VPC whose ACL nobody manages. */
const everything: readonly Rule[] = [{ number: 100, block: { protocol: "-1", cidr_block: "0.0.0.0/0" }, allows: true }];

/** Network ACLs by identity; the one of each subnet is noted at it. */
export function readAcls(
  source: Source,
  vpcs: ReadonlyMap<string, Vpc>,
  subnets: ReadonlyMap<string, Subnet>,
): ReadonlyMap<string, Acl> {
  const declared = [...source.ofType("aws_network_acl"), ...source.ofType("aws_default_network_acl")];
  const separate = source.ofType("aws_network_acl_rule");
  const acls = new Map<string, Acl>(
    [...vpcs.values()].map(({ defaultAcl: id }) => [id, { id, inbound: everything, outbound: everything }]),
  );
  for (const resource of declared) {
    const id = source.references.identity(resource);
    const more = separate.filter((rule) => source.named(rule, "network_acl_id") === id);
    const direction = (name: string, egress: boolean): readonly Rule[] => {
      const rules = [
        ...blockRules(resource.attributes[name]),
        ...more.filter((rule) => (rule.attributes["egress"] === true) === egress).map(separateRule),
      ].toSorted((a, b) => a.number - b.number);
      if (new Set(rules.map(({ number }) => number)).size < rules.length) source.fault(`${id} numbers two rules alike`);
      return rules;
    };
    acls.set(id, { id, inbound: direction("ingress", false), outbound: direction("egress", true) });
    for (const subnet of listOf(resource.attributes["subnet_ids"])) {
      const bound = subnets.get(source.references.refer(resource.stack, subnet));
      if (bound !== undefined) bound.acl = id;
    }
  }
  for (const each of source.ofType("aws_network_acl_association")) {
    const bound = subnets.get(source.named(each, "subnet_id"));
    if (bound !== undefined) bound.acl = source.named(each, "network_acl_id");
  }
  return acls;
}
