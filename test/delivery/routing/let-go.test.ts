import { describe, expect, test } from "@jest/globals";
import { idsFrom } from "../../../declaration/ids";
import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { assertLayout } from "../../../delivery/routing/layout";
import { assertLetGo } from "../../../delivery/routing/let-go";
import { isRouteOf, isTableRoute } from "../../../delivery/routing/route-addresses";
import { type FakeAws, fakeAws } from "../fake-aws";
import { sample } from "../../fixtures/zones";

const association = "aws_ec2_transit_gateway_route_table_association";
const propagation = "aws_ec2_transit_gateway_route_table_propagation";
const route = "aws_ec2_transit_gateway_route";

const missing = { status: 404, body: "<Error><Code>NoSuchKey</Code><Message>none</Message></Error>" };

/** Runs a check of one stack against states by stack id, each of which holds the addresses. */
async function checked(
  check: typeof assertLetGo,
  zone: LandingZone,
  stack: string,
  states: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const spec = stacksOf(zone).find(({ id }) => id === stack);
  if (spec === undefined) throw new Error(`no stack ${stack}`);
  const aws: FakeAws = await fakeAws(({ url }) => {
    const id = Object.keys(states).find((each) => url.includes(`/platform/${each}.tfstate`));
    return id === undefined ? missing : { body: state(states[id] ?? []) };
  });
  try {
    await check({ zone, spec, environment: aws.environment });
    return "passed";
  } catch (error) {
    return error instanceof Error ? [error.message, String(Reflect.get(error, "remedy"))].join("\n") : String(error);
  } finally {
    aws.close();
  }
}

function state(addresses: readonly string[]): string {
  const resources = addresses.map((address) => {
    const [type = "", name = ""] = address.split(".");
    return { mode: "managed", type, name, instances: [{ attributes: {} }] };
  });
  return JSON.stringify({ version: 4, resources });
}

const withoutSpoke = (name: string): LandingZone => ({
  ...sample,
  accounts: sample.accounts.map((account) => (account.name === name ? { ...account, network: undefined } : account)),
});

describe("an account's stack that gives up its network", () => {
  const zone = withoutSpoke("orders-dev");
  const held = [`${association}.orders-dev`, `${propagation}.orders-dev--shared`, `${association}.orders-dev-2`];

  test("is refused while routing holds its attachment, and told what comes first", async () => {
    expect(await checked(assertLetGo, zone, "orders-dev", { routing: held })).toBe(
      "orders-dev would take down attachment/orders-dev, vpc/orders-dev, which routing still routes " +
        `(${association}.orders-dev)\nDetach it first: \`landfall deploy routing\`, then \`landfall deploy orders-dev\`; or both in one deployment.`,
    );
  });

  test("may go on once routing let go", async () => {
    expect(await checked(assertLetGo, zone, "orders-dev", { routing: held.slice(2) })).toBe("passed");
  });

  test("is not looked at when it keeps its network", async () => {
    expect(await checked(assertLetGo, sample, "orders-dev", { routing: held })).toBe("passed");
  });
});

describe("the network stack that gives up a VPC or a domain", () => {
  const ids = {
    ...Object.fromEntries(sample.ids.entries()),
    "hub-attachment/inspection": "tgw-attach-1",
    "route-table/inspection": "tgw-rtb-1",
  };
  const zone: LandingZone = { ...sample, ids: idsFrom(ids) };

  test.each([
    [`${association}.inspection`, false],
    [`${route}.default--inspection`, false],
    [`${propagation}.orders-dev--inspection`, false],
    [`${route}.default--prod`, true],
  ])("with %s in routing's state: may go on %s", async (address, passes) => {
    expect((await checked(assertLetGo, zone, "network", { routing: [address] })) === "passed").toBe(passes);
  });
});

describe("a network whose name starts like that of another", () => {
  test("is not held by the other's routes, which stay", async () => {
    const { network } = sample;
    const office = { name: "office-2", domain: "prod", ranges: ["192.168.0.0/24"], address: "192.0.2.1", asn: 65_000 };
    const domains = network.domains.map((each) => ({ ...each, talksTo: [...each.talksTo, "prod"] }));
    const ids = idsFrom({ ...Object.fromEntries(sample.ids.entries()), "hub-attachment/office": "tgw-attach-1" });
    const states = { routing: [`${route}.office-2--nonprod`] };
    const zone = (vpns: LandingZone["network"]["vpns"]): LandingZone => ({
      ...sample,
      ids,
      network: { ...network, domains, vpns },
    });
    expect(await checked(assertLetGo, zone([office]), "network", states)).toBe("passed");
    expect(await checked(assertLetGo, zone([]), "network", states)).toContain("Detach it first");
  });
});

describe("a change of network.routingStacks", () => {
  const split: LandingZone = { ...sample, network: { ...sample.network, routingStacks: "per-domain" } };
  const own = [`${association}.egress`, "aws_route53_record.orders-dev", "aws_flow_log.egress"];

  test("to per-domain is refused while routing holds routes of tables, for routing and for each table", async () => {
    const states = { routing: [...own, `${association}.orders-dev`, `${route}.blackhole--prod`] };
    for (const stack of ["routing", "routing-prod"]) {
      const told = await checked(assertLayout, split, stack, states);
      expect(told).toContain(
        "the state of routing holds 2 routes of routing-shared, routing-prod, routing-nonprod, routing-egress",
      );
      expect(told).toContain("landfall deploy --recover routing-shared routing-prod routing-nonprod routing-egress");
    }
    expect(await checked(assertLayout, split, "routing-prod", { routing: own })).toBe("passed");
  });

  test("to one is refused while tables' stacks hold routes", async () => {
    const told = await checked(assertLayout, sample, "routing", { "routing-prod": [`${route}.blackhole--prod`] });
    expect(told).toContain("the state of routing-prod holds 1 routes of routing");
    expect(told).toContain("aws s3 mv s3://acme-landfall-state/platform/routing-prod.tfstate");
    expect(
      await checked(assertLayout, sample, "routing", {
        "routing-prod": [],
        routing: [...own, `${association}.orders-dev`],
      }),
    ).toBe("passed");
  });
});

test("names of routes are told apart from those that start alike", () => {
  expect(isRouteOf("attachment/orders", `${association}.orders-dev`)).toBe(false);
  expect(isRouteOf("attachment/orders", `${route}.orders-2--prod`)).toBe(false);
  expect(isRouteOf("hub-attachment/office", `${route}.office-2--prod`)).toBe(true);
  expect(isRouteOf("hub-attachment/office", `${route}.office--prod`)).toBe(true);
  expect(isRouteOf("route-table/prod", `${propagation}.shared-services--prod`)).toBe(true);
  expect(isRouteOf("route-table/prod", `${propagation}.prod--shared`)).toBe(false);
  expect(isTableRoute(`${association}.inspection`)).toBe(false);
  expect(isTableRoute("aws_ec2_transit_gateway_route_table.prod")).toBe(false);
});
