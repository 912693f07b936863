import { join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import type * as Planned from "../../network/plan/network-plan";
import { captured } from "./captured";

jest.mock("../../network/plan/network-plan", () => {
  const actual = jest.requireActual<typeof Planned>("../../network/plan/network-plan");
  return {
    ...actual,
    planNetwork: (...args: Parameters<typeof Planned.planNetwork>) => {
      const plan = actual.planNetwork(...args);
      const leak = { attachment: "orders-prod", table: "nonprod" };
      return { ...plan, hub: { ...plan.hub, propagations: [...plan.hub.propagations, leak] } };
    },
  };
});

const zone = join(__dirname, "../../zone");

describe("landfall validate of a zone whose routes leak", () => {
  test.each<readonly string[]>([[], ["--json"]])("names the way and ends with 2 %s", async (...options) => {
    const { code, stderr } = await captured("validate", "--zone", zone, ...options);
    expect(code).toBe(2);
    expect(stderr).toContain("the network's routes are not what the zone declares");
    expect(stderr).toContain(
      "orders-dev reaches orders-prod, but nonprod does not talk to prod: orders-dev route table",
    );
  });
});
