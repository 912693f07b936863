import { describe, expect, test } from "@jest/globals";
import { buildRegion } from "../../accounts/region-stack";
import type { LandingZone } from "../../declaration/model";
import { idsFrom } from "../../declaration/ids";
import { leavingKeys } from "../../declaration/routing/leaving";
import { planRoutes } from "../../declaration/routing/route-plan";
import { stacksOf } from "../../declaration/stacks";
import { heldFor } from "../../delivery/offboard/account-resources";
import { planOffboarding } from "../../delivery/offboard/plan";
import { buildNetworkRegion } from "../../network/network-region-stack";
import { planNetwork } from "../../network/plan/network-plan";
import { differences } from "../../network/reachability/check";
import { reachability } from "../../network/reachability/reachability";
import { buildRouting } from "../../network/routing-stack";
import { buildRoutingRegion } from "../../network/routing-region-stack";
import { buildStack } from "../fixtures/built-stack";
import { twoRegions as zone } from "../fixtures/zones";

const region = "eu-central-1";
const suspended = { path: "suspended", name: "suspended", parent: "root", depth: 1 };
const id = (key: Parameters<LandingZone["ids"]["get"]>[0]): string => zone.ids.get(key);
const hub = buildStack(zone, (spec) => spec.id === `network-${region}`, buildNetworkRegion);
const there = buildStack(zone, (spec) => spec.id === `routing-${region}`, buildRoutingRegion);
const home = buildStack(zone, (spec) => spec.id === "routing", buildRouting);

describe("the hub of another region", () => {
  test("is a Transit Gateway with a table for each domain and one for what comes from home, shared with the organisation", () => {
    expect(hub.at("aws_ec2_transit_gateway.hub")).toMatchObject({
      amazon_side_asn: 64_533,
      default_route_table_association: "disable",
      default_route_table_propagation: "disable",
    });
    expect([...hub.ofType("aws_ec2_transit_gateway_route_table").keys()].sort()).toEqual([
      "eu-west-1",
      "live",
      "test",
      "tools",
    ]);
    expect(hub.at("aws_ram_resource_share.hub")).toMatchObject({ allow_external_principals: false });
  });

  test("asks for a peering with home, which is accepted there by a second provider", () => {
    expect(hub.at("aws_ec2_transit_gateway_peering_attachment.home")).toMatchObject({
      transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
      peer_transit_gateway_id: id("transit-gateway"),
      peer_region: "eu-west-1",
      peer_account_id: id("account/core"),
    });
    expect(hub.at("aws_ec2_transit_gateway_peering_attachment_accepter.home")).toMatchObject({ provider: "aws.home" });
    expect(hub.top).toMatchObject({
      provider: { aws: [{ region }, { region: "eu-west-1", alias: "home", assume_role: [{}] }] },
    });
    expect(hub.ids).toMatchObject({
      "region-hub/eu-central-1": "${aws_ec2_transit_gateway.hub.id}",
      "peering/eu-central-1": "${aws_ec2_transit_gateway_peering_attachment_accepter.home.id}",
      "region-route-table/eu-central-1/live": "${aws_ec2_transit_gateway_route_table.live.id}",
    });
  });

  test("comes after home's, before the spokes there, and these before the routes of both", () => {
    const specs = new Map(stacksOf(zone).map((spec) => [spec.id, spec.after]));
    expect(specs.get(`network-${region}`)).toContain("network");
    expect(specs.get(`shop-${region}`)).toContain(`network-${region}`);
    expect(specs.get(`lab-${region}`)).not.toContain(`network-${region}`);
    expect(specs.get(`routing-${region}`)).toEqual(expect.arrayContaining([`shop-${region}`, `core-${region}`]));
    expect(specs.get("routing")).toContain(`network-${region}`);
  });
});

describe("a spoke in another region", () => {
  const spoke = buildStack(zone, (spec) => spec.id === `shop-${region}`, buildRegion);

  test("is a VPC of its own in that region's zones, attached to that region's hub", () => {
    expect(spoke.at("aws_vpc.spoke")).toMatchObject({ cidr_block: "10.32.129.0/24" });
    expect(spoke.at("aws_subnet.private-a")).toMatchObject({ availability_zone: "eu-central-1a" });
    expect(spoke.at("aws_ec2_transit_gateway_vpc_attachment.hub")).toMatchObject({
      transit_gateway_id: id(`region-hub/${region}`),
    });
    expect(spoke.at("aws_vpc_endpoint.s3")).toMatchObject({ service_name: "com.amazonaws.eu-central-1.s3" });
    expect(Object.keys(spoke.ids)).toEqual([`region-attachment/${region}/shop`]);
  });

  test("is there only where an account asks for one", () => {
    const none = buildStack(zone, (spec) => spec.id === `lab-${region}`, buildRegion);
    expect(none.ofType("aws_vpc").size).toBe(0);
  });
});

describe("routes between regions", () => {
  const routes = (stack: typeof home): readonly string[] =>
    [...stack.ofType("aws_ec2_transit_gateway_route").keys()].sort();

  test("are written in a domain's table for the spokes it talks to, and for no other", () => {
    expect(routes(home).filter((name) => name.includes(region))).toEqual([
      "core--eu-central-1--live",
      "core--eu-central-1--test",
      "shop--eu-central-1--tools",
    ]);
    expect(home.at("aws_ec2_transit_gateway_route.core--eu-central-1--live")).toEqual({
      transit_gateway_route_table_id: id("route-table/live"),
      destination_cidr_block: "10.32.128.0/24",
      transit_gateway_attachment_id: id(`peering/${region}`),
    });
    expect(routes(there)).toEqual([
      "blackhole--live",
      "blackhole--test",
      "blackhole--tools",
      "core--eu-west-1--live",
      "core--eu-west-1--test",
      "lab--eu-west-1--tools",
      "shop--eu-west-1--tools",
    ]);
    expect(there.at("aws_ec2_transit_gateway_route.lab--eu-west-1--tools")).toEqual({
      transit_gateway_route_table_id: id(`region-route-table/${region}/tools`),
      destination_cidr_block: "10.32.2.0/24",
      transit_gateway_attachment_id: id(`peering/${region}`),
    });
  });

  test("a peering is associated on either side with a table that knows the members there", () => {
    expect(home.at(`aws_ec2_transit_gateway_route_table_association.${region}`)).toEqual({
      transit_gateway_attachment_id: id(`peering/${region}`),
      transit_gateway_route_table_id: id(`route-table/${region}`),
    });
    expect(there.at("aws_ec2_transit_gateway_route_table_association.eu-west-1")).toEqual({
      transit_gateway_attachment_id: id(`peering/${region}`),
      transit_gateway_route_table_id: id(`region-route-table/${region}/eu-west-1`),
    });
    const learnt = [...home.ofType("aws_ec2_transit_gateway_route_table_propagation").keys()];
    expect(learnt.filter((name) => name.endsWith(`--${region}`)).sort()).toEqual([
      `core--${region}`,
      `lab--${region}`,
      `shop--${region}`,
    ]);
    expect(there.ofType("aws_ec2_transit_gateway_route_table_propagation").has("shop--eu-west-1")).toBe(true);
    expect(home.ofType("aws_ec2_transit_gateway_route_table_propagation").has(`${region}--live`)).toBe(false);
  });
});

describe("what goes", () => {
  const withIds = (more: Readonly<Record<string, string>>): LandingZone => ({
    ...zone,
    ids: idsFrom({ ...Object.fromEntries(zone.ids.entries()), ...more }),
  });
  const places = (changed: LandingZone, ...ids: readonly string[]): readonly number[] => {
    const order = stacksOf(changed).map((spec) => spec.id);
    return ids.map((each) => order.indexOf(each));
  };

  test("a spoke that is declared no more goes after the routes of both hubs, and its id then leaves the lock file", () => {
    const leaving = withIds({ [`region-attachment/${region}/lab`]: "tgw-attach-0123456789abcdef0" });
    const [routing = 0, routingThere = 0, lab = 0, shop = 0] = places(
      leaving,
      "routing",
      `routing-${region}`,
      `lab-${region}`,
      `shop-${region}`,
    );
    expect(lab).toBeGreaterThan(Math.max(routing, routingThere));
    expect(shop).toBeLessThan(routingThere);
    expect(leavingKeys(leaving)).toEqual([`region-attachment/${region}/lab`]);
    expect(leavingKeys(zone)).toEqual([]);
  });

  test("an account that leaves is let go by the routes of both hubs, and its regions go before it", () => {
    const plan = planOffboarding(
      { ...zone, organizationalUnits: [...zone.organizationalUnits, suspended] },
      { name: "shop", close: false, declared: "active" },
    );
    expect(plan.routing.map((spec) => spec.id)).toEqual(["routing", `routing-${region}`]);
    expect(plan.regionStacks.map((spec) => spec.id)).toEqual([`shop-${region}`]);
    expect(heldFor("shop", "routing", ["aws_ec2_transit_gateway_route.shop--eu-central-1--tools"]).length).toBe(1);
  });
});

describe("reachability across regions", () => {
  const reach = (from: string, to: string) => reachability(zone, { from, to, protocol: "tcp", port: 443 });

  test("is what the domains declare, both ways", () => {
    expect(differences(zone)).toEqual([]);
    expect(reach(`shop/${region}`, "core").reachable).toBe(true);
    expect(reach("core", `shop/${region}`).reachable).toBe(true);
    expect(reach("shop", `shop/${region}`).reachable).toBe(false);
    expect(reach("lab", `shop/${region}`).stops?.why).toBe("blackhole 10.32.0.0/16 in hub table test");
    expect(reach(`shop/${region}`, "internet").reachable).toBe(false);
  });

  test("goes from hub to hub", () => {
    expect(reach(`shop/${region}`, "core").there.map(({ by, leadsTo }) => `${by} ${leadsTo}`)).toEqual([
      "route table private hub",
      "table eu-central-1/live eu-central-1/eu-west-1",
      "table eu-central-1 core",
      "network ACL private subnets",
    ]);
  });

  test("a route too many and one too few are found", () => {
    const plan = planNetwork(zone);
    const { staticRoutes } = plan.hub;
    const leak = { table: "test", name: "leak", destination: "10.32.129.0/24", to: { attachment: region } };
    const leaking = { ...plan, hub: { ...plan.hub, staticRoutes: [...staticRoutes, leak] } };
    expect(differences(zone, leaking).join()).toContain(
      "lab reaches shop/eu-central-1, but test does not talk to live",
    );
    const lost = staticRoutes.filter(({ name }) => name !== "core--eu-central-1");
    expect(differences(zone, { ...plan, hub: { ...plan.hub, staticRoutes: lost } }).join()).toContain(
      "does not reach core/eu-central-1",
    );
  });

  test("two other regions reach each other through home", () => {
    const third = "eu-north-1";
    const three: LandingZone = {
      ...zone,
      regions: { ...zone.regions, governed: [...zone.regions.governed, third] },
      network: {
        ...zone.network,
        regions: [...zone.network.regions, { name: third, pool: "10.32.144.0/20", amazonSideAsn: 64_534 }],
      },
      accounts: zone.accounts.map((account) =>
        account.name === "core" && account.network
          ? {
              ...account,
              network: {
                ...account.network,
                regions: [...(account.network.regions ?? []), { region: third, cidr: "10.32.144.0/24" }],
              },
            }
          : account,
      ),
    };
    expect(differences(three)).toEqual([]);
    const names = planRoutes(three).staticRoutes.map(({ name, table }) => `${name}--${table}`);
    expect(names).toContain("core--eu-north-1--eu-central-1");
  });
});
