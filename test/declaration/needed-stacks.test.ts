import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { servicesOf, stacksForServices } from "../../declaration/needed-stacks";

const zone = loadZone("zone");

describe("the stacks for one account's service", () => {
  test("are those that make an id it needs, in the order of deployment, and no other account's", () => {
    expect(stacksForServices(zone, ["orders-dev"])).toEqual([
      "org",
      "logs",
      "network",
      "orders-dev",
      "events",
      "orders-dev-orders",
    ]);
  });

  test("are those of every service when no account is named", () => {
    expect(stacksForServices(zone, [])).toEqual(expect.arrayContaining(servicesOf(zone, []).map(({ id }) => id)));
  });

  test("are none for a name that is no account with a service: the nearest is told", () => {
    expect(() => stacksForServices(zone, ["order-dev"])).toThrow(/order-dev; did you mean orders-dev/);
    expect(() => stacksForServices(zone, ["network"])).toThrow(/no account with a service is called network/);
  });
});
