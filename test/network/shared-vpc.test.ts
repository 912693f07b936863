import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../declaration/model";
import { buildNetwork } from "../../network/network-stack";
import { buildRouting } from "../../network/routing-stack";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";
import { sample, withNetwork } from "./zones";

const commons = { name: "commons", domain: "prod", prefixLength: 22, cidr: "10.8.0.0/22" };
const lab = { name: "lab", domain: "nonprod", prefixLength: 24, cidr: "10.8.4.0/24" };

/** The sample zone, the orders accounts in `commons` and those of payments as they were. */
function zoneWith(network: Partial<LandingZone["network"]> = { sharedVpcs: [commons, lab] }): LandingZone {
  const accounts = sample.accounts.map((account) =>
    account.name.startsWith("orders-") ? { ...account, network: undefined, sharedVpc: "commons" } : account,
  );
  return withIds(withNetwork({ ...sample, accounts }, network));
}

const network = (zone: LandingZone): BuiltStack => buildStack(zone, ({ kind }) => kind === "network", buildNetwork);
const routing = (zone: LandingZone): BuiltStack => buildStack(zone, ({ kind }) => kind === "routing", buildRouting);
const without = ({ cidr: _, ...vpc }: typeof commons) => ({ ...vpc, cidr: undefined });

describe("a shared VPC", () => {
  const zone = zoneWith();
  const stack = network(zone);

  test("has private and attachment subnets in each zone, inside its own range, none of them public", () => {
    const subnets = [...stack.ofType("aws_subnet")].filter(([name]) => name.startsWith("commons--"));
    expect(subnets.map(([name, { cidr_block }]) => [name, cidr_block]).sort()).toEqual([
      ["commons--attachment-a", "10.8.3.240/28"],
      ["commons--attachment-b", "10.8.3.224/28"],
      ["commons--private-a", "10.8.0.0/24"],
      ["commons--private-b", "10.8.1.0/24"],
    ]);
    expect(subnets.every(([, subnet]) => subnet["map_public_ip_on_launch"] === false)).toBe(true);
  });

  test("leads the pool to the hub, and the rest of the world where its domain has egress, else what is on premises", () => {
    const routes = (built: BuiltStack): Record<string, unknown> =>
      Object.fromEntries(
        [...built.ofType("aws_route")]
          .filter(([name]) => name.startsWith("commons--"))
          .map(([name, route]) => [name, route["destination_cidr_block"]]),
      );
    expect(routes(stack)).toEqual({
      "commons--private-default": "0.0.0.0/0",
      "commons--private-pool": "10.0.0.0/12",
    });
    const office = { name: "office", domain: "shared", ranges: ["192.168.0.0/16"], address: "192.0.2.1", asn: 65_000 };
    const domains = sample.network.domains.map((domain) => ({ ...domain, egress: false }));
    expect(routes(network(zoneWith({ sharedVpcs: [commons], vpns: [office], domains })))).toEqual({
      "commons--private-office-1": "192.168.0.0/16",
      "commons--private-pool": "10.0.0.0/12",
    });
  });

  test("lets through its gateway endpoints only the organisation to the organisation", () => {
    const policy = JSON.parse(String(stack.at("aws_vpc_endpoint.commons--dynamodb")["policy"])) as {
      Statement: { Condition: unknown }[];
    };
    const organization = sample.ids.get("organization");
    expect(policy.Statement.map(({ Condition }) => Condition)).toEqual([
      { StringEquals: { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization } },
    ]);
    expect(stack.at("aws_default_security_group.commons")).toMatchObject({ ingress: [], egress: [] });
  });

  test("shares its private subnets, and no attachment subnet, with exactly the accounts that name it", () => {
    const shared = [...stack.ofType("aws_ram_resource_association").values()].map((each) => each["resource_arn"]);
    expect(shared.filter((arn) => String(arn).includes("aws_subnet"))).toEqual([
      "${aws_subnet.commons--private-a.arn}",
      "${aws_subnet.commons--private-b.arn}",
      "${aws_subnet.lab--private-a.arn}",
      "${aws_subnet.lab--private-b.arn}",
    ]);
    const principals = [...stack.ofType("aws_ram_principal_association")];
    const guests = principals.filter(([name]) => name !== "organization");
    expect(guests.map(([name, each]) => [name, each["principal"], each["resource_share_arn"]])).toEqual(
      ["orders-dev", "orders-prod"].map((name) => [
        `${name}--commons`,
        zone.ids.get(`account/${name}`),
        "${aws_ram_resource_share.commons--subnets.arn}",
      ]),
    );
    expect(stack.at("aws_ram_resource_share.commons--subnets")["allow_external_principals"]).toBe(false);
  });

  test("is recorded for routing, which associates and logs it", () => {
    expect(stack.ids).toMatchObject({
      "hub-attachment/commons": "${aws_ec2_transit_gateway_vpc_attachment.commons--hub.id}",
      "hub-vpc/commons": "${aws_vpc.commons.id}",
      "shared-subnet/commons": "${aws_subnet.commons--private-a.id},${aws_subnet.commons--private-b.id}",
    });
    expect(routing(zone).at("aws_flow_log.commons")).toMatchObject({
      vpc_id: zone.ids.get("hub-vpc/commons"),
      traffic_type: "ALL",
    });
    expect(routing(zone).at("aws_ec2_transit_gateway_route_table_association.commons")).toMatchObject({
      transit_gateway_route_table_id: zone.ids.get("route-table/prod"),
    });
  });

  test("is not synthesised before its range is allocated", () => {
    expect(() => network(zoneWith({ sharedVpcs: [without(commons)] }))).toThrow("before its range was allocated");
  });

  test("that is taken out takes exactly what is its own with it", () => {
    const left = network(zoneWith({ sharedVpcs: [commons] }));
    const gone = [...stack.resources.keys()].filter((address) => !left.resources.has(address));
    expect(gone.filter((address) => !/\.lab(--|$)/.test(address))).toEqual([]);
    for (const [address, attributes] of left.resources) expect(stack.at(address)).toEqual(attributes);
  });
});
