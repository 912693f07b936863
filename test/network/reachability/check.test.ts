import { describe, expect, test } from "@jest/globals";
import { Testing } from "cdktf";
import type { LandingZone } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import { addStacks } from "../../../main";
import { checkReachability, differences } from "../../../network/reachability/check";
import { type NetworkPlan, planNetwork } from "../../../network/plan/network-plan";
import { birch, sample } from "../zones";
import { inspected, rich, withTalk } from "./rich";

const plan = planNetwork(rich);
const withHub = (hub: Partial<NetworkPlan["hub"]>): NetworkPlan => ({ ...plan, hub: { ...plan.hub, ...hub } });
const { propagations, staticRoutes, associations } = plan.hub;

const learn = (attachment: string, table: string) =>
  withHub({ propagations: [...propagations, { attachment, table }] });
const forget = (attachment: string, table: string) =>
  withHub({ propagations: propagations.filter((each) => each.attachment !== attachment || each.table !== table) });
const write = (table: string, destination: string, attachment: string) =>
  withHub({ staticRoutes: [...staticRoutes, { table, name: "more", destination, to: { attachment } }] });
const erase = (table: string, name: string) =>
  withHub({ staticRoutes: staticRoutes.filter((each) => each.table !== table || each.name !== name) });
const inVpc = (vpc: string, change: (routes: NetworkPlan["networks"][number]) => NetworkPlan["networks"][number]) => ({
  ...plan,
  networks: plan.networks.map((network) => (network.name === vpc ? change(network) : network)),
});

describe("routes that are what the zone declares", () => {
  test.each<[string, LandingZone]>([
    ["the sample", sample],
    ["birch", birch],
    ["a hub with everything but a firewall", rich],
    ["a firewall before the internet", inspected(false)],
    ["a firewall between domains", inspected(true)],
    ["domains that name themselves", withTalk(inspected(true), { prod: ["prod", "shared"] })],
    ["talk that is declared one way", withTalk(rich, { shared: ["prod"] })],
  ])("pass: %s", (_what, zone) => {
    expect(differences(zone)).toEqual([]);
    expect(() => checkReachability(zone)).not.toThrow();
  });
});

describe("routes that differ are found", () => {
  test.each<[string, NetworkPlan, string]>([
    [
      "a range learnt by another domain's table",
      learn("orders-prod", "nonprod"),
      "orders-dev reaches orders-prod, but nonprod does not talk to prod: orders-dev route table private 10.0.0.0/12 → hub table nonprod 10.0.8.0/22 learnt → orders-prod network ACL 100 allow all from 10.0.0.0/12 → private subnets",
    ],
    [
      "a range learnt by its own domain's table",
      learn("payments-prod", "prod"),
      "orders-prod reaches payments-prod, but prod does not name itself: its members do not talk to each other",
    ],
    [
      "a range not learnt",
      forget("shared-services", "nonprod"),
      "orders-dev does not reach shared-services, but nonprod and shared talk to each other: blackhole 10.0.0.0/12 in hub table nonprod",
    ],
    [
      "the pool's blackhole gone, so that the NAT gateway leads into other spokes",
      erase("prod", "blackhole"),
      "orders-prod reaches payments-prod, but prod does not name itself: its members do not talk to each other",
    ],
    [
      "a route to a part of a range",
      write("nonprod", "10.0.9.0/24", "orders-prod"),
      "orders-dev reaches orders-prod, but nonprod does not talk to prod",
    ],
    [
      "a route that leads a part of a range through the NAT gateway",
      write("nonprod", "10.0.20.128/25", "egress"),
      "shared-services does not answer orders-dev, but nonprod and shared talk to each other: on the way back blackhole 10.0.0.0/12 in hub table shared",
    ],
    [
      "the default route gone",
      erase("prod", "default"),
      "orders-prod does not reach the egress VPC, but prod has egress",
    ],
    [
      "the way back from the internet gone",
      forget("orders-dev", "egress"),
      "orders-dev does not reach the internet, but nonprod has egress and the zone NAT gateways: on the way back no route to 10.0.4.0/22 in hub table egress",
    ],
    [
      "a spoke in another domain's table",
      withHub({
        associations: associations.map((each) =>
          each.attachment === "orders-dev" ? { ...each, table: "shared" } : each,
        ),
      }),
      "orders-dev reaches orders-prod, but nonprod does not talk to prod",
    ],
    [
      "a spoke in no table",
      withHub({ associations: associations.filter(({ attachment }) => attachment !== "orders-dev") }),
      "orders-dev is associated with no table of the hub",
    ],
    [
      "endpoints not learnt",
      forget("endpoints", "prod"),
      "orders-prod does not reach endpoint:ssm: blackhole 10.0.0.0/12",
    ],
    [
      "a spoke without its route to the hub",
      inVpc("orders-prod", (network) => ({ ...network, vpc: network.vpc && { ...network.vpc, tables: [] } })),
      "orders-prod does not reach shared-services, but prod and shared talk to each other: no route to 10.0.20.0/22 in route table main of orders-prod",
    ],
    [
      "a network ACL that refuses answers",
      inVpc("orders-prod", (network) => ({ ...network, vpc: network.vpc && { ...network.vpc, networkAcl: [] } })),
      "the network ACL of orders-prod refuses tcp",
    ],
    [
      "a Direct Connect that is not told of the pool",
      inVpc("cage", (network) => ({ ...network, told: [] })),
      "cage does not reach shared-services",
    ],
  ])("%s", (_what, broken, says) => {
    expect(differences(rich, broken).join("\n")).toContain(says);
  });

  test("a NAT gateway that nobody declared, and a way out of a domain without egress", () => {
    const none = {
      ...rich,
      network: { ...rich.network, egress: { ...rich.network.egress, natGateways: "none" as const } },
    };
    expect(differences(none, plan).join("\n")).toContain("reaches the internet, but the zone has no NAT gateway");
    const closed = {
      ...rich,
      network: { ...rich.network, domains: rich.network.domains.map((each) => ({ ...each, egress: false })) },
    };
    expect(differences(closed, plan).join("\n")).toContain("reaches the egress VPC, but shared has no egress");
  });

  test("a firewall that lets what is on premises pass for the internet: its ranges must be blackholes where nobody talks to them", () => {
    const zone = withTalk(inspected(true), { prod: [], shared: ["nonprod"] });
    const whole = planNetwork(zone);
    expect(differences(zone, whole)).toEqual([]);
    const holes = whole.hub.staticRoutes.filter(({ name }) => name.startsWith("blackhole--"));
    expect(holes.map(({ table, destination }) => `${table} ${destination}`)).toContain("prod 192.168.0.0/16");
    const without = {
      ...whole,
      hub: { ...whole.hub, staticRoutes: whole.hub.staticRoutes.filter((each) => !holes.includes(each)) },
    };
    expect(differences(zone, without).join("\n")).toContain(
      "orders-prod reaches office, but prod does not talk to shared",
    );
  });

  test("and not more of them than anybody reads", () => {
    expect(differences(rich, withHub({ propagations: [] }))).toHaveLength(5);
  });
});

/** Two spokes of one range: no zone that validates has them. */
const doubled: LandingZone = {
  ...sample,
  accounts: sample.accounts.map((account) =>
    account.name === "payments-prod" && account.network
      ? { ...account, network: { ...account.network, cidr: "10.0.20.0/22" } }
      : account,
  ),
};

test("a difference fails the synthesis, with the way or the hop named", () => {
  const synthesise = (zone: LandingZone): unknown => addStacks(Testing.app(), zone, ["org"]);
  expect(synthesise(sample)).toEqual([]);
  expect(() => synthesise(doubled)).toThrow(UserError);
  expect(() => synthesise(doubled)).toThrow(/routes are not what the zone declares:\n {2}.*does not reach/);
});

describe("a thousand spokes", () => {
  const domains = sample.network.domains.map(({ name }) => name);
  const [spoke] = sample.accounts.filter(({ network }) => network !== undefined);
  const many: LandingZone = {
    ...inspected(true),
    accounts: Array.from({ length: 1000 }, (_, index) => ({
      ...(spoke ?? sample.foundation.network),
      name: `spoke-${index}`,
      network: {
        domain: domains[index % domains.length] ?? "",
        prefixLength: 24,
        cidr: `10.${1 + (index >> 8)}.${index & 255}.0/24`,
      },
    })),
  };

  test("are checked in under half a second", () => {
    const times = Array.from({ length: 4 }, () => {
      const before = process.cpuUsage().user;
      expect(differences(many)).toEqual([]);
      return (process.cpuUsage().user - before) / 1000;
    });
    const best = Math.min(...times);
    console.log(`1,000 spokes checked in ${Math.round(best)} ms of one core`);
    expect(best).toBeLessThan(500);
  });

  test("do not hide the one that differs", () => {
    const whole = planNetwork(many);
    const leak = { attachment: "spoke-700", table: "nonprod" };
    const leaking = { ...whole, hub: { ...whole.hub, propagations: [...whole.hub.propagations, leak] } };
    expect(many.accounts[700]?.network?.domain).toBe("prod");
    expect(differences(many, leaking).join("\n")).toContain("reaches spoke-700, but nonprod does not talk to prod");
  });
});
