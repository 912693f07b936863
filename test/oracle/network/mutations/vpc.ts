import { anySpoke, type Draft, type Spoke, strangers } from "./draft";
import { everywhere, type Mutations } from "./mutation";

const noNat = "without NAT gateways nothing comes back through the egress VPC anyway";

/** A mutation of a NAT gateway has nothing to mutate where there is none. */
function hasNat(draft: Draft): boolean {
  return Object.keys(draft.of("network", "aws_nat_gateway")).length > 0;
}

/** Routes and gateways of the VPCs. */
export const vpcMutations: Mutations = {
  "a spoke without its route to the pool": {
    does: (draft, from) => draft.remove(anySpoke(from).name, "aws_route", "private-pool"),
    harmless: everywhere("the default route leads to the Transit Gateway as well"),
  },
  "a spoke without routes": {
    does: (draft, from) => {
      const { name } = anySpoke(from);
      draft.remove(name, "aws_route", "private-pool");
      draft.remove(name, "aws_route", "private-default");
    },
  },
  "a spoke without its default route": {
    does: (draft, from) => draft.remove(anySpoke(from).name, "aws_route", "private-default"),
    harmless: { sample: noNat },
  },
  "a spoke's subnet on the main route table": {
    does: (draft, from) => draft.remove(anySpoke(from).name, "aws_route_table_association", "private-a"),
  },
  "a spoke's attachment subnets on its private route table": {
    does: (draft, from) => {
      draft.of(anySpoke(from).name, "aws_route_table_association")["attachment-a"] = {
        route_table_id: "${aws_route_table.private.id}",
        subnet_id: "${aws_subnet.attachment-a.id}",
      };
    },
    harmless: everywhere("what comes from the Transit Gateway is for the VPC, whose route is local in every table"),
  },
  "an internet gateway in a spoke, with a default route and public addresses": {
    does: (draft, from) => {
      const { name } = anySpoke(from);
      draft.of(name, "aws_internet_gateway")["hole"] = { vpc_id: "${aws_vpc.spoke.id}" };
      const route = draft.at(name, "aws_route", "private-default");
      delete route["transit_gateway_id"];
      route["gateway_id"] = "${aws_internet_gateway.hole.id}";
      for (const subnet of ["private-a", "private-b"]) {
        draft.at(name, "aws_subnet", subnet)["map_public_ip_on_launch"] = true;
      }
    },
  },
  "public addresses in a spoke": {
    does: (draft, from) => {
      draft.at(anySpoke(from).name, "aws_subnet", "private-a")["map_public_ip_on_launch"] = true;
    },
    harmless: everywhere("the spoke has no internet gateway"),
  },
  "public addresses in the egress VPC": {
    does: (draft) => {
      draft.at("network", "aws_subnet", "public-a")["map_public_ip_on_launch"] = true;
    },
  },
  "strangers peered, with routes": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      peer(draft, one, other);
    },
  },
  "strangers peered, with a route one way": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      peer(draft, one, other);
      draft.remove(other.name, "aws_route", "peer");
    },
  },
  "strangers peered, without routes": {
    does: (draft, from) => {
      const [one, other] = strangers(from);
      peer(draft, one, other);
      draft.remove(one.name, "aws_route", "peer");
      draft.remove(other.name, "aws_route", "peer");
    },
    harmless: everywhere("a peering connection without a route carries nothing"),
  },
  "the egress VPC without a route to the pool": {
    does: (draft) => draft.remove("network", "aws_route", "public-pool"),
  },
  "the egress VPC without a route to the internet": {
    does: (draft) => draft.remove("network", "aws_route", "public-default"),
    harmless: { sample: noNat },
  },
  "the egress VPC without internet gateway": {
    does: (draft) => draft.remove("network", "aws_internet_gateway", "internet"),
    harmless: { sample: noNat },
  },
  "an attachment subnet of the egress VPC without its NAT route": {
    does: (draft) => {
      if (hasNat(draft)) draft.remove("network", "aws_route", "attachment-a-default");
    },
    harmless: { sample: "there is no such route" },
  },
  "the NAT gateway in a subnet without internet gateway": {
    does: (draft) => {
      if (hasNat(draft)) {
        draft.at("network", "aws_nat_gateway", "nat-a")["subnet_id"] = "${aws_subnet.attachment-a.id}";
      }
    },
    harmless: { sample: "there is no NAT gateway" },
  },
  "a private NAT gateway": {
    does: (draft) => {
      if (hasNat(draft)) draft.at("network", "aws_nat_gateway", "nat-b")["connectivity_type"] = "private";
    },
    harmless: { sample: "there is no NAT gateway" },
  },
  "an egress subnet on the main route table": {
    does: (draft) => draft.remove("network", "aws_route_table_association", "public-a"),
  },
  "a NAT gateway where none is declared": {
    does: (draft) => {
      draft.of("network", "aws_nat_gateway")["nat-a"] = {
        allocation_id: "eipalloc-0",
        subnet_id: "${aws_subnet.public-a.id}",
      };
      for (const zone of ["a", "b"]) {
        draft.of("network", "aws_route")[`attachment-${zone}-default`] = {
          destination_cidr_block: "0.0.0.0/0",
          nat_gateway_id: "${aws_nat_gateway.nat-a.id}",
          route_table_id: `\${aws_route_table.attachment-${zone}.id}`,
        };
      }
    },
    harmless: { "with NAT": "there are NAT gateways already; both zones through one of them reach the same" },
  },
  "the egress VPC turns traffic for the pool around": {
    does: (draft) => turnAround(draft),
    harmless: everywhere("the blackholes let nothing for the pool come there"),
  },
  "the egress VPC turns traffic for the pool around, and a domain has no blackhole": {
    does: (draft, from) => {
      turnAround(draft);
      draft.remove("routing", "aws_ec2_transit_gateway_route", `blackhole--${anySpoke(from).domain}`);
    },
  },
};

/** A peering connection between two spokes, with a route to the other in the private table of each. */
function peer(draft: Draft, one: Spoke, other: Spoke): void {
  draft.of(one.name, "aws_vpc_peering_connection")["peer"] = {
    vpc_id: "${aws_vpc.spoke.id}",
    peer_vpc_id: draft.lock(other.name, `vpc/${other.name}`, "${aws_vpc.spoke.id}"),
    auto_accept: true,
  };
  const id = draft.lock(one.name, "peering", "${aws_vpc_peering_connection.peer.id}");
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    draft.of(from.name, "aws_route")["peer"] = {
      route_table_id: "${aws_route_table.private.id}",
      destination_cidr_block: to.range,
      vpc_peering_connection_id: id,
    };
  }
}

function turnAround(draft: Draft): void {
  for (const zone of ["a", "b"]) {
    draft.of("network", "aws_route")[`attachment-${zone}-pool`] = {
      destination_cidr_block: "10.0.0.0/12",
      transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
      route_table_id: `\${aws_route_table.attachment-${zone}.id}`,
    };
  }
}
