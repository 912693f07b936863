import { describe, expect, test } from "@jest/globals";
import type { AccountStatus } from "../../../declaration/schema/account";
import { platformStacks, type StackKind } from "../../../declaration/stacks";
import { accountAddress, heldFor } from "../../../delivery/offboard/account-resources";
import { writeStatus } from "../../../delivery/offboard/account-status";
import { lockedZone, synthesise, testZones } from "../../synth/synthesise";

const name = "orders-dev";
const shared = platformStacks.filter((stack) => !["rules", "costs", "events"].includes(stack));

/** Stack → addresses, of the sample with the account as its file says. */
function addressesWith(status: AccountStatus): ReadonlyMap<string, readonly string[]> {
  const zone = lockedZone(testZones["sample"] ?? "");
  writeStatus(zone, name, status);
  return new Map([...synthesise(zone, shared).stacks].map(([stack, text]) => [stack, addressesIn(text)]));
}

function addressesIn(text: string): readonly string[] {
  const { resource = {} } = JSON.parse(text) as { resource?: Record<string, object> };
  return Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((each) => `${type}.${each}`));
}

describe("what stacks shared with other accounts hold of an account", () => {
  const before = addressesWith("active");
  const after = addressesWith("suspended");
  const closed = addressesWith("closed");

  test.each(shared)("%s: exactly what goes with the account", (stack) => {
    const [had = [], has = []] = [before.get(stack), after.get(stack)];
    const goes = had.filter((address) => !has.includes(address));
    expect(heldFor(name, stack as StackKind, had)).toEqual(goes);
    expect(goes.length > 0).toBe(["org", "identity", "routing"].includes(stack));
  });

  test("the hub: subnets that are shared with it and its range, of no other account and of no VPC called alike", () => {
    const had = ["orders--commons", "orders-dev--commons"].map((name) => `aws_ram_principal_association.${name}`);
    expect(heldFor("orders", "network", [...had, "aws_vpc_ipam_pool_cidr.orders", "aws_vpc.orders"])).toEqual([
      "aws_ram_principal_association.orders--commons",
      "aws_vpc_ipam_pool_cidr.orders",
    ]);
  });

  test("another account, whose name starts alike, keeps its own", () => {
    expect(heldFor("orders", "org", ["aws_budgets_budget.orders-dev", "aws_budgets_budget.orders"])).toEqual([
      "aws_budgets_budget.orders",
    ]);
    expect(heldFor("orders", "routing", ["aws_route53_record.orders--x", "aws_route53_record.orders-dev"])).toEqual([
      "aws_route53_record.orders--x",
    ]);
  });

  test("the account itself stays in org until it is closed", () => {
    const has = (found: typeof before): boolean => (found.get("org") ?? []).includes(accountAddress(name));
    expect([before, after, closed].map(has)).toEqual([true, true, false]);
  });
});
