import { describe, expect, test } from "@jest/globals";
import { costDifference } from "../../../atlas/cost/difference";
import { priceResource } from "../../../atlas/cost/price-resource";
import { changeText, unitText, usdText } from "../../../atlas/cost/report/usd";
import { zoneCost, type ZoneCost } from "../../../atlas/cost/zone-cost";

type Attributes = Readonly<Record<string, unknown>>;

const priced = (type: string, attributes: Attributes = {}, region = "eu-west-1") =>
  priceResource({ type, name: "it", region, attributes });

const units = (type: string, attributes: Attributes) =>
  priced(type, attributes).idle.map((each) => [each.what, each.units]);

/** The cost of one stack of some resources: `TYPE.NAME` → attributes. */
function costOf(
  resources: Readonly<Record<string, Attributes>>,
  providers: readonly Attributes[] = [{ region: "eu-west-1" }],
): ZoneCost {
  const resource: Record<string, Record<string, Attributes>> = {};
  for (const [address, attributes] of Object.entries(resources)) {
    const [type = "", name = ""] = address.split(".");
    resource[type] = { ...resource[type], [name]: attributes };
  }
  const json = JSON.stringify({ provider: { aws: providers }, resource });
  return zoneCost([{ stack: "network", kind: "network", account: "transit", json }], ["transit", "idle"]);
}

describe("a resource is as many units as its attributes say", () => {
  test("a firewall by its zones, an interface endpoint by its subnets, a gateway endpoint not at all", () => {
    expect(units("aws_networkfirewall_firewall", { subnet_mapping: [{}, {}, {}] })).toEqual([
      ["Network Firewall endpoint", 3],
    ]);
    const endpoint = { subnet_ids: ["a", "b"], vpc_endpoint_type: "Interface" };
    expect(units("aws_vpc_endpoint", endpoint)).toEqual([["Interface endpoint in a zone", 2]]);
    expect(priced("aws_vpc_endpoint", { vpc_endpoint_type: "Gateway" })).toEqual({ idle: [], usage: [], unpriced: [] });
  });

  test("an alarm by its metrics: one, or those of its expression", () => {
    expect(units("aws_cloudwatch_metric_alarm", { metric_name: "Errors" })).toEqual([["Metric of an alarm", 1]]);
    const queries = [
      { id: "rate", expression: "a / b" },
      { id: "a", metric: {} },
      { id: "b", metric: {} },
    ];
    expect(units("aws_cloudwatch_metric_alarm", { metric_query: queries })).toEqual([["Metric of an alarm", 2]]);
  });

  test("a VPN to the hub by connection, attachment, two addresses and a secret; one to a VPC without attachment", () => {
    const own = ["VPN connection", "Public IPv4 address"];
    const hub = { transit_gateway_id: "tgw", preshared_key_storage: "SecretsManager" };
    expect(
      units("aws_vpn_connection", hub)
        .map(([what]) => what)
        .sort(),
    ).toEqual([...own, "Transit Gateway attachment", "Secret of the pre-shared keys"].sort());
    expect(units("aws_vpn_connection", {})).toEqual([
      ["VPN connection", 1],
      ["Public IPv4 address", 2],
    ]);
  });

  test("a stage has a cache only where it is declared", () => {
    expect(units("aws_api_gateway_stage", {})).toEqual([]);
    expect(units("aws_api_gateway_stage", { cache_cluster_enabled: true })).toEqual([["Cache of 0.5 GB", 1]]);
  });

  test("a database by its fewest capacity units, in a block alone or in a list", () => {
    const scaling = { min_capacity: 0.5 };
    for (const block of [scaling, [scaling]])
      expect(priced("aws_rds_cluster", { serverlessv2_scaling_configuration: block }).idle).toMatchObject([
        { units: 0.5, monthlyUsd: 0.5 * 0.14 * 730 },
      ]);
  });

  test("one that does not say how many it is has no price that is wrong", () => {
    expect(() => priced("aws_networkfirewall_firewall", { subnet_mapping: "${var.zones}" })).toThrow(/is no list/);
  });
});

describe("what has no price is said and not summed", () => {
  test("a type without a row", () => {
    expect(costOf({ "aws_redshift_cluster.it": {} })).toMatchObject({
      monthlyUsd: 0,
      unpriced: [{ resource: "aws_redshift_cluster.it", why: "no price is known for aws_redshift_cluster" }],
    });
  });

  test("a region without a price, though others have one", () => {
    expect(priced("aws_nat_gateway", {}, "ap-south-1")).toMatchObject({
      idle: [],
      unpriced: ['no price is known for "NAT gateway" in ap-south-1'],
    });
  });

  test("another partition, though the price is the same everywhere in this one", () => {
    expect(priced("aws_kms_key", {}, "us-gov-west-1").unpriced).toHaveLength(1);
    expect(priced("aws_kms_key", {}, "ap-south-1").unpriced).toEqual([]);
  });

  test("use, at the price of the region where it is known, else of the region that is named", () => {
    const [traffic] = priced("aws_nat_gateway").usage;
    expect(traffic).toMatchObject({ region: "eu-west-1", usd: 0.048 });
    expect(priced("aws_guardduty_detector").usage.map(({ region }) => region)).toEqual(["us-east-1", "us-east-1"]);
  });
});

describe("the cost of stacks", () => {
  test("takes each resource at the price of its provider's region", () => {
    const providers = [{ region: "eu-central-1" }, { region: "eu-west-1", alias: "home" }];
    const peering = { "aws_ec2_transit_gateway_peering_attachment.home": {} };
    const accepter = { "aws_ec2_transit_gateway_peering_attachment_accepter.home": { provider: "aws.home" } };
    const { lines } = costOf({ ...peering, ...accepter }, providers);
    expect(lines.map(({ region, monthlyUsd }) => [region, monthlyUsd])).toEqual([
      ["eu-central-1", 43.8],
      ["eu-west-1", 36.5],
    ]);
  });

  test("has an account's hosted zones beyond 25 at the lower price", () => {
    const zones = Array.from({ length: 27 }, (_, at) => [`aws_route53_zone.z${at}`, {}] as const);
    expect(costOf(Object.fromEntries(zones)).monthlyUsd).toBe(12.7);
  });

  test("has the dearest first, and accounts that cost nothing", () => {
    const { lines, accounts } = costOf({ "aws_route53_zone.apex": {}, "aws_nat_gateway.nat-a": {} });
    expect(lines.map(({ what }) => what)).toEqual(["NAT gateway", "Hosted zone"]);
    expect(accounts.map(({ name, monthlyUsd }) => [name, monthlyUsd])).toEqual([
      ["transit", 35.54],
      ["idle", 0],
    ]);
  });

  test("differs by what came and went, by account and feature", () => {
    const before = costOf({ "aws_route53_zone.apex": {}, "aws_dx_gateway_association.office": {} });
    const after = costOf({ "aws_route53_zone.apex": {}, "aws_nat_gateway.nat-a": {}, "aws_redshift_cluster.it": {} });
    expect(costDifference(before, after)).toMatchObject({
      beforeUsd: 37,
      afterUsd: 35.54,
      monthlyUsd: -1.46,
      accounts: [{ name: "transit", monthlyUsd: -1.46 }],
      features: [
        { name: "Direct Connect gateways", monthlyUsd: -36.5 },
        { name: "Central egress, NAT gateways", monthlyUsd: 35.04 },
      ],
      unpriced: ["network aws_redshift_cluster.it"],
    });
    expect(costDifference(after, after)).toMatchObject({ monthlyUsd: 0, accounts: [], features: [], unpriced: [] });
  });
});

test("amounts are read by people", () => {
  expect([usdText(0), usdText(0.0005), usdText(1370.0105), usdText(1234567.891)]).toEqual([
    "0.00",
    "<0.01",
    "1,370.01",
    "1,234,567.89",
  ]);
  expect([changeText(36.5), changeText(-1.46), changeText(0)]).toEqual(["+36.50", "-1.46", "0.00"]);
  expect([unitText(3), unitText(0.00027), unitText(0.125)]).toEqual(["3.00", "0.00027", "0.125"]);
});
