import { describe, expect, test } from "@jest/globals";
import { planRoutes } from "../../network/routing/route-plan";
import { sample, withDomains } from "./zones";

const inTable = (table: string) =>
  planRoutes(sample)
    .propagations.filter((propagation) => propagation.table === table)
    .map(({ account }) => account);

describe("the routes of the sample zone", () => {
  test("every spoke is associated with its own domain's table and with no other", () => {
    expect(planRoutes(sample).associations).toEqual([
      { account: "orders-dev", table: "nonprod" },
      { account: "orders-prod", table: "prod" },
      { account: "payments-dev", table: "nonprod" },
      { account: "payments-prod", table: "prod" },
      { account: "shared-services", table: "shared" },
    ]);
  });

  test("prod learns shared services and neither nonprod nor its own other spokes", () => {
    expect(inTable("prod")).toEqual(["shared-services"]);
    expect(inTable("nonprod")).toEqual(["shared-services"]);
    expect(inTable("shared")).toEqual(["orders-dev", "orders-prod", "payments-dev", "payments-prod"]);
  });

  test("the egress table learns the way back to every spoke with egress", () => {
    expect(inTable("egress")).toEqual([
      "orders-dev",
      "orders-prod",
      "payments-dev",
      "payments-prod",
      "shared-services",
    ]);
  });

  test("the pool is a blackhole in every domain, and the egress VPC the default of those with egress", () => {
    const { blackholes, defaultRoutes } = planRoutes(sample);
    expect(blackholes).toEqual(expect.arrayContaining(["shared", "prod", "nonprod"]));
    expect([...defaultRoutes].sort()).toEqual(["nonprod", "prod", "shared"]);
  });
});

describe("what a domain declares", () => {
  const domain = (name: string, talksTo: readonly string[], egress = false) => ({ name, talksTo, egress });

  test("talksTo is directed: the other domain's table learns nothing", () => {
    const { propagations } = planRoutes(
      withDomains(sample, [domain("shared", []), domain("prod", ["shared"]), domain("nonprod", [])]),
    );
    expect(propagations).toEqual([{ account: "shared-services", table: "prod" }]);
  });

  test("a domain that names itself lets its spokes talk to each other", () => {
    const { propagations } = planRoutes(
      withDomains(sample, [domain("shared", []), domain("prod", ["prod"]), domain("nonprod", [])]),
    );
    expect(propagations).toEqual([
      { account: "orders-prod", table: "prod" },
      { account: "payments-prod", table: "prod" },
    ]);
  });

  test("without egress there is no default route and no way back from the egress VPC", () => {
    const plan = planRoutes(
      withDomains(sample, [domain("shared", [], true), domain("prod", []), domain("nonprod", [])]),
    );
    expect(plan.defaultRoutes).toEqual(["shared"]);
    expect(plan.propagations).toEqual([{ account: "shared-services", table: "egress" }]);
  });
});
