import { resolve } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { checkDeclared, planOffboarding } from "../../../delivery/offboard/plan";
import { offboardSteps } from "../../../delivery/offboard/steps";
import type { OffboardWorld } from "../../../delivery/offboard/world";
import { sample } from "../../fixtures/zones";
import { resolvingAll } from "../../network/dns/zone";

const leave = (zone: LandingZone, name: string, declared: "active" | "closed" = "active") =>
  planOffboarding(zone, { name, close: true, declared });

describe("a plan of offboarding", () => {
  test("names the stacks that go and those that let go", () => {
    const plan = leave(sample, "orders-dev");
    expect(plan.serviceStack?.id).toBe("orders-dev-orders");
    expect(plan.accountStack.id).toBe("orders-dev");
    expect([...plan.routing, plan.identity, plan.org].map((stack) => stack?.id)).toEqual([
      "routing",
      "identity",
      "org",
    ]);
    expect(plan.accountId).toBe(sample.ids.get("account/orders-dev"));
  });

  test("lets go of private zones before the network lets go of the account, and its VPC goes last", () => {
    const plan = leave(resolvingAll, "orders-dev");
    expect(plan.dnsStack?.id).toBe("orders-dev-dns");
    const world = { status: () => "active" } as unknown as OffboardWorld;
    const steps = offboardSteps(plan, world).map(({ id }) => id);
    const order = ["destroy:orders-dev-dns", "detach:routing", "destroy:orders-dev"];
    expect(steps.filter((id) => order.includes(id))).toEqual(order);
    expect(leave(sample, "orders-dev").dnsStack).toBeUndefined();
  });

  test("leaves out what the account never had", () => {
    const bare = sample.accounts.map((account) =>
      account.name === "orders-dev" ? { ...account, network: undefined, service: undefined, access: {} } : account,
    );
    const plan = leave({ ...sample, accounts: bare }, "orders-dev");
    expect([plan.serviceStack, plan.routing, plan.identity]).toEqual([undefined, [], undefined]);
  });

  test("takes back what the hub gave it: the subnets of a shared VPC, the range in a pool of the IPAM", () => {
    const guest = sample.accounts.map((account) =>
      account.name === "orders-dev" ? { ...account, network: undefined, sharedVpc: "commons" } : account,
    );
    const withIpam = { ...sample, network: { ...sample.network, ipam: true } };
    const plans = [sample, { ...sample, accounts: guest }, withIpam].map((zone) => leave(zone, "orders-dev"));
    expect(plans.map(({ network }) => network?.id)).toEqual([undefined, "network", "network"]);
  });

  test.each(["management", "log-archive", "network", "security-tooling"])("is refused to %s", (name) => {
    expect(() => leave(sample, name)).toThrow("the landing zone stands on it");
  });

  test("needs an organizational unit suspended", () => {
    const units = sample.organizationalUnits.filter(({ path }) => path !== "suspended");
    expect(() => leave({ ...sample, organizationalUnits: units }, "orders-dev")).toThrow(
      "no organizational unit suspended",
    );
  });

  test("is refused for an account that was never created, which would be created only to be suspended", () => {
    const undeployed = loadZone(resolve(__dirname, "../../../zone"));
    expect(() => leave(undeployed, "orders-dev")).toThrow("was never created");
    expect(leave(undeployed, "orders-dev", "closed").accountId).toBeUndefined();
  });

  test("names the nearest account when there is none of that name", () => {
    expect(() => checkDeclared("order-dev", ["orders-dev", "payments-dev"])).toThrow("did you mean orders-dev?");
  });
});
