import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { buildNetwork } from "../../../network/network-stack";
import { planNetwork } from "../../../network/plan/network-plan";
import type { VpcTable, VpcTarget } from "../../../network/plan/vpc-plan";
import { addSpoke } from "../../../network/spoke/spoke";
import { type BuiltStack, buildStack } from "../../fixtures/built-stack";
import { withPlan } from "../reachability/rich";
import { birch, sample, withDomains, withNetwork } from "../zones";

/** The tables of the VPC of an attachment, as the plan has them. */
function planned(zone: LandingZone, attachment: string): readonly VpcTable[] {
  const found = planNetwork(zone).networks.find(({ name }) => name === attachment)?.vpc?.tables ?? [];
  return found.map(({ name, subnets, routes }) => ({ name, subnets, routes }));
}

/** Those that a stack builds. */
function built(stack: BuiltStack): readonly VpcTable[] {
  const ofTable = (type: string, table: string) =>
    [...stack.ofType(type)].filter(([, at]) => at["route_table_id"] === `\${aws_route_table.${table}.id}`);
  return [...stack.ofType("aws_route_table").keys()].map((name) => ({
    name,
    subnets: ofTable("aws_route_table_association", name).map(([, at]) => subnetOf(at["subnet_id"])),
    routes: ofTable("aws_route", name).map(([route, at]) => ({
      name: route,
      destination: String(at["destination_cidr_block"]),
      to: targetOf(at),
    })),
  }));
}

function subnetOf(reference: unknown): string {
  return /aws_subnet\.(.*)\.id/.exec(String(reference))?.[1] ?? String(reference);
}

function targetOf(route: Readonly<Record<string, unknown>>): VpcTarget {
  if (route["transit_gateway_id"] !== undefined) return "hub";
  if (route["gateway_id"] !== undefined) return "internet";
  return { nat: /aws_nat_gateway\.(.*)\.id/.exec(String(route["nat_gateway_id"]))?.[1] ?? "" };
}

const byName = (tables: readonly VpcTable[]) =>
  sorted(tables.map(({ name, subnets, routes }) => ({ name, subnets: [...subnets].sort(), routes: sorted(routes) })));

function sorted<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const office = { name: "office", domain: "shared", ranges: ["192.168.0.0/16"], address: "192.0.2.1", asn: 65_000 };
const isolated = sample.network.domains.map((domain) => ({ ...domain, egress: false }));

describe("the routes that stacks build are those the plan has", () => {
  test.each<[string, LandingZone]>([
    ["a spoke with egress", sample],
    [
      "a spoke without, that hears of a network on premises",
      withPlan(withDomains(sample, isolated), { vpns: [office] }),
    ],
  ])("of %s", (_what, zone) => {
    const stack = buildStack(
      zone,
      ({ id }) => id === "orders-dev",
      (terraform, _zone, { account }) => account.network && void addSpoke(terraform, zone, account, account.network),
    );
    expect(byName(built(stack))).toEqual(byName(planned(zone, "orders-dev")));
  });

  test.each(["none", "single", "per-zone"] as const)("of the egress VPC with natGateways: %s", (natGateways) => {
    const zone = withNetwork(birch, { egress: { ...birch.network.egress, natGateways } });
    const stack = buildStack(zone, ({ kind }) => kind === "network", buildNetwork);
    expect(byName(built(stack))).toEqual(byName(planned(zone, "egress")));
  });
});
