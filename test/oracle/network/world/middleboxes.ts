import { addressOf, nth } from "../address";
import { blocksOf, textOf } from "../terraform";
import type { Subnet } from "./vpcs";
import type { Source } from "./world";

/** A NAT gateway stands in a subnet under an address of it. */
export interface Nat {
  readonly id: string;
  readonly subnet: string;
  readonly address: number;
  /** It has an Elastic IP, by which the internet knows it. */
  readonly public: boolean;
}

/** What packets pass between their ends, by identity. */
export interface Middleboxes {
  readonly nats: ReadonlyMap<string, Nat>;
  /** Network Firewall → subnets of its endpoints, one a zone. */
  readonly firewalls: ReadonlyMap<string, readonly string[]>;
  /** Peering connection that both sides accepted → its VPCs. */
  readonly peerings: ReadonlyMap<string, readonly [string, string]>;
}

export function readMiddleboxes(source: Source, subnets: ReadonlyMap<string, Subnet>): Middleboxes {
  const nats = source.ofType("aws_nat_gateway").flatMap((resource, index): readonly Nat[] => {
    const { address: id, attributes } = resource;
    const subnet = subnets.get(source.named(resource, "subnet_id"));
    if (subnet === undefined) return [];
    const isPublic = (textOf(attributes["connectivity_type"]) ?? "public") === "public";
    if (isPublic && attributes["allocation_id"] === undefined) source.fault(`${id} has no Elastic IP`);
    const given = textOf(attributes["private_ip"]);
    return [
      {
        id,
        subnet: subnet.id,
        address: given === undefined ? nth(subnet.range, -2 - index) : addressOf(given),
        public: isPublic,
      },
    ];
  });
  const firewalls = source
    .ofType("aws_networkfirewall_firewall")
    .map(
      ({ address, stack, attributes }) =>
        [
          address,
          blocksOf(attributes["subnet_mapping"]).map((block) => source.references.refer(stack, block["subnet_id"])),
        ] as const,
    );
  const accepted = source
    .ofType("aws_vpc_peering_connection_accepter")
    .map((each) => source.named(each, "vpc_peering_connection_id"));
  const peerings = source
    .ofType("aws_vpc_peering_connection")
    .filter(({ address, attributes }) => attributes["auto_accept"] === true || accepted.includes(address))
    .map((each) => [each.address, [source.named(each, "vpc_id"), source.named(each, "peer_vpc_id")] as const] as const);
  return {
    nats: new Map(nats.map((nat) => [nat.id, nat])),
    firewalls: new Map(firewalls),
    peerings: new Map(peerings),
  };
}

/**
 * The subnet of the firewall endpoint that a route names: the zone or the subnet it is chosen by stands in the
 * expression; the only endpoint needs no choice. Undefined where the expression does not say.
 */
export function endpointSubnet(
  { firewalls }: Middleboxes,
  subnets: ReadonlyMap<string, Subnet>,
  target: string,
): Subnet | undefined {
  const [stack = "", expression = ""] = target.split(/\/(.*)/s);
  const named = [...firewalls].find(
    ([id]) => id.startsWith(`${stack}/`) && expressionNames(expression, id.slice(stack.length + 1)),
  );
  const own = (named?.[1] ?? []).flatMap((id) => subnets.get(id) ?? []);
  const chosen = own.filter(
    ({ id, zone }) => expression.includes(`"${zone}"`) || expressionNames(expression, id.slice(stack.length + 1)),
  );
  const [only, ...others] = chosen.length > 0 ? chosen : own;
  return others.length === 0 ? only : undefined;
}

/** `aws_x.firewall-a` is not named by `aws_x.firewall-ab`. */
function expressionNames(expression: string, address: string): boolean {
  return expression.split(/[^\w.-]+/).some((word) => word === address || word.startsWith(`${address}.`));
}
