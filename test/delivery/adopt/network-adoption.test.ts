import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { planNetworkAdoption } from "../../../delivery/adopt/network/plan-network-adoption";
import type { LiveTransitGateway, LiveVpc } from "../../../delivery/adopt/network/live-network";
import { buildAccount } from "../../../accounts/account-stack";
import { layoutSubnets } from "../../../network/vpc/subnet-layout";
import { addImports } from "../../../stack/add-imports";
import { buildStack } from "../../fixtures/built-stack";
import { sample } from "../../fixtures/zones";

const account = sample.accounts.find(({ name }) => name === "orders-dev");
if (account?.network === undefined) throw new Error("the sample has no orders-dev with a network");
const { cidr = "" } = account.network;
const zones = sample.network.availabilityZones;
const [first] = layoutSubnets(cidr, zones);

const hub: LiveTransitGateway = {
  id: "tgw-1",
  owner: sample.ids.get("account/network"),
  amazonSideAsn: sample.network.transitGateway.amazonSideAsn,
  multicast: false,
};
const subnet = { id: "subnet-1", cidr: first?.main ?? "", zone: zones[0] ?? "", routeTable: "rtb-1" };
const vpc: LiveVpc = { id: "vpc-1", cidr, subnets: [subnet], attachments: new Map([["tgw-1", "tgw-attach-1"]]) };

function planned(transitGateway: LiveTransitGateway | undefined, ...vpcs: readonly LiveVpc[]) {
  if (account === undefined) throw new Error("no account");
  return planNetworkAdoption(
    sample,
    { transitGateway, vpcs: vpcs.map((each) => ({ account, vpc: each })) },
    layoutSubnets,
  );
}

describe("adopting a Transit Gateway and a VPC", () => {
  const { imports, ranges, obstacles } = planned(hub, vpc);

  test("imports each into the stack that has it, with what already stands where Landfall puts it", () => {
    expect(obstacles).toEqual([]);
    expect(imports).toEqual({
      network: { "aws_ec2_transit_gateway.hub": "tgw-1" },
      "orders-dev": {
        "aws_vpc.spoke": "vpc-1",
        "aws_subnet.private-a": "subnet-1",
        "aws_route_table_association.private-a": "subnet-1/rtb-1",
        "aws_ec2_transit_gateway_vpc_attachment.hub": "tgw-attach-1",
      },
    });
    expect(ranges).toEqual({ "orders-dev": cidr });
  });

  test("names addresses that the stack has: Terraform refuses to import into others", () => {
    const zone: LandingZone = { ...sample, imports };
    const stack = buildStack(
      zone,
      ({ id }) => id === "orders-dev",
      (at, of, spec) => {
        buildAccount(at, of, spec);
        addImports(at, of.imports[spec.id] ?? {});
      },
    );
    const blocks = stack.top["import"] as readonly { readonly to: string; readonly id: string }[];
    expect(blocks).toHaveLength(4);
    expect(blocks.filter(({ to }) => !stack.resources.has(to))).toEqual([]);
  });

  test.each<readonly [string, LiveTransitGateway | undefined, Partial<LiveVpc>]>([
    [
      "tgw-1 has the ASN 64512; declare network.transitGateway.amazonSideAsn: 64512",
      { ...hub, amazonSideAsn: 64_512 },
      {},
    ],
    ["tgw-1 is the account 999999999999's, not network's", { ...hub, owner: "999999999999" }, {}],
    [
      "tgw-1 supports multicast, which Landfall does not declare: it would be replaced",
      { ...hub, multicast: true },
      {},
    ],
    [
      "vpc-1 is 10.0.0.0/20; declare prefixLength: 20 in the network of orders-dev",
      undefined,
      { cidr: "10.0.0.0/20", subnets: [] },
    ],
    [
      `subnet-1 (${subnet.cidr}, elsewhere) is where private-a goes (${subnet.cidr}, ${subnet.zone})`,
      undefined,
      { subnets: [{ ...subnet, zone: "elsewhere" }] },
    ],
  ])("is refused where it would not fit: %s", (obstacle, transitGateway, changes) => {
    expect(planned(transitGateway, { ...vpc, ...changes }).obstacles).toEqual([obstacle]);
  });

  test("an attachment to another Transit Gateway is left alone", () => {
    const { imports: other } = planned(undefined, vpc);
    expect(Object.keys(other["orders-dev"] ?? {})).not.toContain("aws_ec2_transit_gateway_vpc_attachment.hub");
  });
});
