import { describe, expect, test } from "@jest/globals";
import type { Account, LandingZone } from "../../../declaration/model";
import { changedStacks } from "../../../declaration/slice/changed-stacks";
import { stacksOf } from "../../../declaration/stacks";
import { sample } from "../../fixtures/zones";

function withAccount(name: string, change: (account: Account) => Account): LandingZone {
  return { ...sample, accounts: sample.accounts.map((account) => (account.name === name ? change(account) : account)) };
}

describe("the stacks that a change of the zone touches", () => {
  test("are none when nothing changes, and all when there was nothing", () => {
    expect(changedStacks(sample, sample)).toEqual([]);
    expect(changedStacks(undefined, sample)).toEqual(stacksOf(sample).map(({ id }) => id));
  });

  test("are the organisation's alone when an account moves", () => {
    const moved = withAccount("orders-dev", (account) => ({ ...account, organizationalUnit: "sandbox" }));
    expect(changedStacks(sample, moved)).toEqual(["org"]);
  });

  test("are in the order of their deployment when an account comes", () => {
    const without = { ...sample, accounts: sample.accounts.filter(({ name }) => name !== "orders-dev") };
    const changed = changedStacks(without, sample);
    const platform = ["org", "identity", "orders-dev", "events", "routing"];
    // The two others offer what a purchase of orders does.
    const services = ["fulfilment-dev-fulfilment", "orders-dev-orders", "payments-dev-payments"];
    expect(changed).toEqual([...platform, ...services]);
  });
});
