import { describe, expect, test } from "@jest/globals";
import type { Account, LandingZone } from "../../declaration/model";
import { addSpoke } from "../../network/spoke/spoke";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { birch, sample, withDomains } from "./zones";

function spokeOf(zone: LandingZone, name: string, change: Partial<Account> = {}): BuiltStack {
  return buildStack(
    zone,
    ({ kind, account }) => kind === "account" && account.name === name,
    (stack, _zone, { account }) => {
      const { network } = { ...account, ...change };
      if (network) addSpoke(stack, zone, { ...account, ...change }, network);
    },
  );
}

const destinations = (stack: BuiltStack) =>
  [...stack.ofType("aws_route").values()].map((route) => route["destination_cidr_block"]).sort();

describe("a spoke VPC", () => {
  const stack = spokeOf(sample, "orders-dev");

  test("has a private and an attachment subnet in each availability zone, inside its own range", () => {
    expect([...stack.ofType("aws_subnet").keys()].sort()).toEqual([
      "attachment-a",
      "attachment-b",
      "private-a",
      "private-b",
    ]);
    expect(spokeOf(birch, "shop-live").at("aws_subnet.private-c")).toMatchObject({
      availability_zone: "eu-central-1c",
      cidr_block: "172.16.3.0/25",
    });
  });

  test("sends the pool to the hub, and everything else too when its domain has egress", () => {
    expect(destinations(stack)).toEqual(["0.0.0.0/0", "10.0.0.0/12"]);
    const closed = sample.network.domains.map((domain) => ({ ...domain, egress: false }));
    expect(destinations(spokeOf(withDomains(sample, closed), "orders-dev"))).toEqual(["10.0.0.0/12"]);
  });

  test("routes to the hub wait for the attachment", () => {
    for (const route of stack.ofType("aws_route").values())
      expect(route["depends_on"]).toEqual(["aws_ec2_transit_gateway_vpc_attachment.hub"]);
  });

  test("attaches its attachment subnets only, and leaves the shared hub's default tables alone", () => {
    const attachment = stack.at("aws_ec2_transit_gateway_vpc_attachment.hub");
    expect(attachment).toMatchObject({
      transit_gateway_id: sample.ids.get("transit-gateway"),
      subnet_ids: ["${aws_subnet.attachment-a.id}", "${aws_subnet.attachment-b.id}"],
    });
    expect(attachment).not.toHaveProperty("transit_gateway_default_route_table_association");
  });

  test("of the network account itself turns the default tables off, as the hub's owner must", () => {
    const network = { domain: "shared", prefixLength: 22, cidr: "10.0.64.0/22" };
    expect(spokeOf(sample, "network", { network }).at("aws_ec2_transit_gateway_vpc_attachment.hub")).toMatchObject({
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    });
  });

  test("reaches S3 and DynamoDB by endpoints that admit the organisation's principals and resources only", () => {
    const statements = ["s3", "dynamodb"].map((service): { Condition?: unknown; Sid: string }[] => {
      const endpoint = stack.at(`aws_vpc_endpoint.${service}`);
      expect(endpoint).toMatchObject({
        vpc_endpoint_type: "Gateway",
        route_table_ids: ["${aws_route_table.private.id}"],
      });
      return JSON.parse(String(endpoint["policy"])).Statement;
    });
    const organization = sample.ids.get("organization");
    for (const [own] of statements)
      expect(own?.Condition).toEqual({
        StringEquals: { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization },
      });
    expect(statements.map((list) => list.map(({ Sid }) => Sid))).toEqual([
      ["OwnPrincipalsOnOwnResources", "ImageLayersOfAmazonEcr"],
      ["OwnPrincipalsOnOwnResources"],
    ]);
  });

  test("is closed by default and logged to the log archive", () => {
    expect(stack.at("aws_default_security_group.spoke")).toMatchObject({ ingress: [], egress: [] });
    expect(stack.at("aws_flow_log.spoke")).toMatchObject({
      vpc_id: "${aws_vpc.spoke.id}",
      traffic_type: "ALL",
      log_destination: `arn:aws:s3:::acme-flow-logs-${sample.ids.get("account/log-archive")}`,
    });
  });

  test("is not synthesised before its range is allocated, nor in a domain nobody declared", () => {
    const network = { domain: "prod", prefixLength: 22, cidr: undefined };
    expect(() => spokeOf(sample, "orders-dev", { network })).toThrow("before its range was allocated");
    const lost = { domain: "lost", prefixLength: 22, cidr: "10.0.64.0/22" };
    expect(() => spokeOf(sample, "orders-dev", { network: lost })).toThrow("route domain lost is not declared");
  });
});
