import { anySpoke, type Draft, strangers } from "./draft";
import { everywhere, type Mutations } from "./mutation";

const noNat = "without NAT gateways nothing comes back through the egress VPC anyway";

/** Makes what a NAT mutation needs where there is none, which then mutates nothing. */
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
      // Peers of the same zone file stand in one stack here, so that a reference can name both.
      for (const [type, named] of Object.entries(draft.stacks[other.name]?.resource ?? {})) {
        for (const [name, attributes] of Object.entries(named)) {
          if (!type.startsWith("aws_vpc") && !type.startsWith("aws_route") && type !== "aws_subnet") continue;
          const text = JSON.stringify(attributes).replaceAll(/(aws_\w+)\.([\w-]+)\./g, "$1.peer-$2.");
          draft.of(one.name, type)[`peer-${name}`] = JSON.parse(text);
        }
      }
      delete draft.of(one.name, "aws_route")["peer-private-default"];
      delete draft.of(one.name, "aws_route")["peer-private-pool"];
      draft.of(one.name, "aws_vpc_peering_connection")["peers"] = {
        vpc_id: "${aws_vpc.spoke.id}",
        peer_vpc_id: "${aws_vpc.peer-spoke.id}",
        auto_accept: true,
      };
      const to = (table: string, range: string): Record<string, unknown> => ({
        route_table_id: `\${aws_route_table.${table}.id}`,
        destination_cidr_block: range,
        vpc_peering_connection_id: "${aws_vpc_peering_connection.peers.id}",
      });
      draft.of(one.name, "aws_route")["there"] = to("private", other.range);
      draft.of(one.name, "aws_route")["back"] = to("peer-private", one.range);
    },
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

function turnAround(draft: Draft): void {
  for (const zone of ["a", "b"]) {
    draft.of("network", "aws_route")[`attachment-${zone}-pool`] = {
      destination_cidr_block: "10.0.0.0/12",
      transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
      route_table_id: `\${aws_route_table.attachment-${zone}.id}`,
    };
  }
}
