import { describe, expect, test } from "@jest/globals";
import { planRoutes } from "../../declaration/routing/route-plan";
import { sample, withDomains } from "./zones";

const inTable = (table: string) =>
  planRoutes(sample)
    .propagations.filter((propagation) => propagation.table === table)
    .map(({ attachment }) => attachment);

describe("the routes of the sample zone", () => {
  test("every spoke is associated with its own domain's table and with no other", () => {
    expect(planRoutes(sample).associations).toEqual([
      { attachment: "orders-dev", table: "nonprod" },
      { attachment: "orders-prod", table: "prod" },
      { attachment: "payments-dev", table: "nonprod" },
      { attachment: "payments-prod", table: "prod" },
      { attachment: "shared-services", table: "shared" },
      { attachment: "egress", table: "egress" },
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
    for (const table of ["shared", "prod", "nonprod"])
      expect(planRoutes(sample).staticRoutes.filter((route) => route.table === table)).toEqual([
        { table, name: "default", destination: "0.0.0.0/0", to: { attachment: "egress" } },
        { table, name: "blackhole", destination: "10.0.0.0/12", to: "blackhole" },
      ]);
  });
});

describe("what a domain declares", () => {
  const domain = (name: string, talksTo: readonly string[], egress = false) => ({ name, talksTo, egress });

  test("talksTo is directed: the other domain's table learns nothing", () => {
    const { propagations } = planRoutes(
      withDomains(sample, [domain("shared", []), domain("prod", ["shared"]), domain("nonprod", [])]),
    );
    expect(propagations).toEqual([{ attachment: "shared-services", table: "prod" }]);
  });

  test("a domain that names itself lets its spokes talk to each other", () => {
    const { propagations } = planRoutes(
      withDomains(sample, [domain("shared", []), domain("prod", ["prod"]), domain("nonprod", [])]),
    );
    expect(propagations).toEqual([
      { attachment: "orders-prod", table: "prod" },
      { attachment: "payments-prod", table: "prod" },
    ]);
  });

  test("without egress there is no default route and no way back from the egress VPC", () => {
    const plan = planRoutes(
      withDomains(sample, [domain("shared", [], true), domain("prod", []), domain("nonprod", [])]),
    );
    const defaults = plan.staticRoutes.filter(({ name }) => name === "default");
    expect(defaults.map(({ table }) => table)).toEqual(["shared"]);
    expect(plan.propagations).toEqual([{ attachment: "shared-services", table: "egress" }]);
  });
});
