import type { Attributes, LockedIds, Stacks, TerraformJson } from "./terraform";

type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

const byZone = (make: (zone: string, index: number) => Attributes, name: string): Record<string, Attributes> =>
  Object.fromEntries(["a", "b"].map((zone, index) => [`${name}-${zone}`, make(zone, index)]));

/** Subnets of 256 addresses for hosts and for the attachment, two zones, in 10.N.0.0/16. */
function subnets(net: number): Record<string, Attributes> {
  const subnet = (block: number) => (zone: string, index: number) => ({
    vpc_id: "${aws_vpc.main.id}",
    availability_zone: `eu-west-1${zone}`,
    cidr_block: `10.${net}.${block + index}.0/24`,
  });
  return { ...byZone(subnet(0), "host"), ...byZone(subnet(100), "hub"), ...byZone(subnet(200), "middle") };
}

const attachment: Attributes = {
  transit_gateway_id: "tgw-1",
  vpc_id: "${aws_vpc.main.id}",
  subnet_ids: ["${aws_subnet.hub-a.id}", "${aws_subnet.hub-b.id}"],
};

export const toGateway = (destination: string, table: string): Attributes => ({
  route_table_id: `\${aws_route_table.${table}.id}`,
  destination_cidr_block: destination,
  transit_gateway_id: "tgw-1",
});

export const bind = (table: string, subnet: string): Attributes => ({
  route_table_id: `\${aws_route_table.${table}.id}`,
  subnet_id: `\${aws_subnet.${subnet}.id}`,
});

/** A VPC 10.N.0.0/16 with hosts in two zones whose default route leads to the Transit Gateway. */
export function vpc(name: string, net: number, more: Resources = {}): TerraformJson {
  const base: Resources = {
    aws_vpc: { main: { cidr_block: `10.${net}.0.0/16` } },
    aws_subnet: subnets(net),
    aws_route_table: { host: { vpc_id: "${aws_vpc.main.id}" } },
    aws_route: { "host-default": toGateway("0.0.0.0/0", "host") },
    aws_route_table_association: { "host-a": bind("host", "host-a"), "host-b": bind("host", "host-b") },
    aws_ec2_transit_gateway_vpc_attachment: { hub: attachment },
  };
  return {
    resource: merged(base, more),
    output: { ids: { value: { [`attachment/${name}`]: "${aws_ec2_transit_gateway_vpc_attachment.hub.id}" } } },
  };
}

export function merged(one: Resources, other: Resources): Resources {
  const types = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(types.map((type) => [type, { ...one[type], ...other[type] }]));
}

const idOf = (name: string): string => `tgw-attach-${name}`;

export const route = (table: string, destination: string, to?: string): Attributes => ({
  transit_gateway_route_table_id: `\${aws_ec2_transit_gateway_route_table.${table}.id}`,
  destination_cidr_block: destination,
  ...(to === undefined ? { blackhole: true } : { transit_gateway_attachment_id: idOf(to) }),
});

/** A hub with a route table an attachment; every VPC in every table but for what is left out. */
export function hub(
  names: readonly string[],
  propagations: Readonly<Record<string, readonly string[]>>,
  more: Resources,
): TerraformJson {
  const table = (name: string): string => `\${aws_ec2_transit_gateway_route_table.${name}.id}`;
  const base: Resources = {
    aws_ec2_transit_gateway: {
      hub: { default_route_table_association: "disable", default_route_table_propagation: "disable" },
    },
    aws_ec2_transit_gateway_route_table: Object.fromEntries(
      names.map((name) => [name, { transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}" }]),
    ),
    aws_ec2_transit_gateway_route_table_association: Object.fromEntries(
      names.map((name) => [
        name,
        { transit_gateway_attachment_id: idOf(name), transit_gateway_route_table_id: table(name) },
      ]),
    ),
    aws_ec2_transit_gateway_route_table_propagation: Object.fromEntries(
      Object.entries(propagations).flatMap(([into, from]) =>
        from.map((name) => [
          `${name}--${into}`,
          { transit_gateway_attachment_id: idOf(name), transit_gateway_route_table_id: table(into) },
        ]),
      ),
    ),
  };
  return {
    resource: merged(base, more),
    output: { ids: { value: { "transit-gateway": "${aws_ec2_transit_gateway.hub.id}" } } },
  };
}

/** Ids as a lock file would have them. */
export function idsOf(stacks: Stacks): LockedIds {
  const keys = Object.values(stacks).flatMap(({ output }) => Object.keys(output?.ids?.value ?? {}));
  return Object.fromEntries(
    keys.map((key) => [key, key === "transit-gateway" ? "tgw-1" : idOf(key.replace(/^.*\//, ""))]),
  );
}
