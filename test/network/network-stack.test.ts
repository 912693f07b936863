import { describe, expect, test } from "@jest/globals";
import { buildNetwork } from "../../network/network-stack";
import { buildStack } from "../fixtures/built-stack";
import { birch, sample, withNetwork } from "./zones";

const network = (zone = sample) => buildStack(zone, ({ kind }) => kind === "network", buildNetwork);

describe("the hub", () => {
  const stack = network();

  test("associates and propagates nothing by default and accepts attachments of the share", () => {
    expect(stack.at("aws_ec2_transit_gateway.hub")).toMatchObject({
      default_route_table_association: "disable",
      default_route_table_propagation: "disable",
      auto_accept_shared_attachments: "enable",
      dns_support: "enable",
    });
  });

  test("has one table a domain and one for the egress VPC, at readable addresses", () => {
    expect([...stack.ofType("aws_ec2_transit_gateway_route_table").keys()].sort()).toEqual([
      "egress",
      "nonprod",
      "prod",
      "shared",
    ]);
  });

  test("is shared with the organisation and with no one outside it", () => {
    expect(stack.at("aws_ram_resource_share.hub")["allow_external_principals"]).toBe(false);
    const management = sample.ids.get("account/management");
    expect(stack.at("aws_ram_principal_association.organization")["principal"]).toBe(
      `arn:aws:organizations::${management}:organization/${sample.ids.get("organization")}`,
    );
  });

  test("names its partition", () => {
    const china = network({ ...sample, partition: "aws-cn" });
    expect(china.at("aws_ram_principal_association.organization")["principal"]).toMatch(/^arn:aws-cn:organizations::/);
  });

  test("records what others need", () => {
    expect(Object.keys(stack.ids).sort()).toEqual([
      "apex-zone",
      "egress-attachment",
      "egress-vpc",
      "resource-share",
      "route-table/egress",
      "route-table/nonprod",
      "route-table/prod",
      "route-table/shared",
      "transit-gateway",
    ]);
  });
});

describe("the egress VPC", () => {
  test("makes no NAT gateway and no address unless the zone asks for it", () => {
    expect(network().ofType("aws_nat_gateway").size).toBe(0);
    expect(network().ofType("aws_eip").size).toBe(0);
    expect([...network().ofType("aws_route").keys()].sort()).toEqual(["public-default", "public-pool"]);
  });

  test.each([
    ["single", ["nat-a"], ["nat-a", "nat-a", "nat-a"]],
    ["per-zone", ["nat-a", "nat-b", "nat-c"], ["nat-a", "nat-b", "nat-c"]],
  ] as const)("with natGateways %s, each zone's attachment subnet leaves by %p", (natGateways, gateways, used) => {
    const stack = network(withNetwork(birch, { egress: { ...birch.network.egress, natGateways } }));
    expect([...stack.ofType("aws_nat_gateway").keys()]).toEqual(gateways);
    const leaves = ["a", "b", "c"].map((letter) => stack.at(`aws_route.attachment-${letter}-default`));
    expect(leaves.map((route) => route["nat_gateway_id"])).toEqual(
      used.map((name) => `\${aws_nat_gateway.${name}.id}`),
    );
  });

  test("returns replies for the pool to the hub, only once the attachment exists", () => {
    expect(network().at("aws_route.public-pool")).toMatchObject({
      destination_cidr_block: "10.0.0.0/12",
      depends_on: ["aws_ec2_transit_gateway_vpc_attachment.hub"],
    });
  });

  test("leaves association to routing, closes the default security group", () => {
    const stack = network();
    expect(stack.at("aws_ec2_transit_gateway_vpc_attachment.hub")).toMatchObject({
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    });
    expect(stack.at("aws_default_security_group.egress")).toMatchObject({ ingress: [], egress: [] });
  });

  test("no subnet gives out public addresses", () => {
    const subnets = [...network(birch).ofType("aws_subnet").values()];
    expect(subnets).toHaveLength(6);
    expect(subnets.every((subnet) => subnet["map_public_ip_on_launch"] === false)).toBe(true);
  });

  test("is not synthesised before its range is allocated", () => {
    const zone = withNetwork(sample, { egress: { ...sample.network.egress, cidr: undefined } });
    expect(() => network(zone)).toThrow("before the egress range was allocated");
  });
});
