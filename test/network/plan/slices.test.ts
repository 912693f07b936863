import { describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { sliceOf } from "../../../declaration/slice/slice-of";
import { type StackKind, stacksOf } from "../../../declaration/stacks";
import { announcedTo } from "../../../declaration/announced";
import { planSpokeTable } from "../../../network/plan/spoke";
import { planRoutes } from "../../../declaration/routing/route-plan";
import { inspected, rich, withPlan, withTalk } from "../reachability/rich";

/** Two Direct Connects in one domain, which names itself. */
const two: LandingZone = withPlan(withTalk(rich, { nonprod: ["shared", "nonprod"] }), {
  directConnects: ["cage", "rack"].map((name, index) => ({
    name,
    domain: "nonprod",
    ranges: [`172.${16 + index}.0.0/16`],
    amazonSideAsn: 64_999 - index,
  })),
});

function slice(zone: LandingZone, kind: StackKind, account?: string): ReturnType<typeof sliceOf> {
  const spec = stacksOf(zone).find(
    (each) => each.kind === kind && (account ?? each.account.name) === each.account.name,
  );
  if (spec === undefined) throw new Error(`the zone has no stack of kind ${kind}`);
  return sliceOf(zone, spec);
}

/** As a set: slices order what has no order. */
const sorted = <Item>(items: readonly Item[]): readonly string[] => items.map((item) => JSON.stringify(item)).sort();

describe("a stack's slice of the zone is enough to plan", () => {
  test.each<[string, LandingZone]>([
    ["without a firewall", rich],
    ["with one", inspected(false)],
    ["with one between domains", inspected(true)],
    ["with domains that name themselves", two],
  ])("the hub's routes, %s", (_what, zone) => {
    const [whole, planned] = [planRoutes(zone), planRoutes(slice(zone, "routing").zone)];
    for (const part of ["associations", "propagations", "staticRoutes"] as const)
      expect(sorted<unknown>(planned[part])).toEqual(sorted<unknown>(whole[part]));
  });

  test("what Direct Connects are told", () => {
    const hub = slice(two, "network").zone;
    const told = Object.fromEntries(two.network.directConnects.map((site) => [site.name, announcedTo(two, site)]));
    expect(told).toEqual({
      cage: ["10.0.0.0/12", "192.168.0.0/16", "172.17.0.0/16"],
      rack: ["10.0.0.0/12", "192.168.0.0/16", "172.16.0.0/16"],
    });
    for (const site of two.network.directConnects)
      expect(sorted(announcedTo(hub, site))).toEqual(sorted(told[site.name] ?? []));
  });

  test("a spoke's table", () => {
    const closed = {
      ...two,
      network: { ...two.network, domains: two.network.domains.map((each) => ({ ...each, egress: false })) },
    };
    const [own] = closed.network.domains.filter(({ name }) => name === "nonprod");
    const { zone } = slice(closed, "account", "orders-dev");
    const [sliced] = zone.network.domains;
    const routes = (of: LandingZone, domain: typeof own) => (domain ? sorted(planSpokeTable(of, domain).routes) : []);
    expect(routes(zone, sliced)).toEqual(routes(closed, own));
    expect(routes(zone, sliced)).toHaveLength(4);
  });
});
