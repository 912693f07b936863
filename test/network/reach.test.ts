import { describe, expect, test } from "@jest/globals";
import { reachOf } from "../../network/reach";
import { sample } from "../fixtures/zones";
import { rich, withTalk } from "./reachability/rich";

describe("the reach of an account's network", () => {
  test("is the route domains that talk both ways, and its own only where it names itself", () => {
    expect(reachOf(sample, "orders-dev")).toEqual({
      domain: "nonprod",
      sharedVpc: undefined,
      range: "10.0.4.0/22",
      reaches: [{ domain: "shared", members: ["shared-services"] }],
      doesNotReach: [
        { domain: "prod", members: ["orders-prod", "payments-prod"] },
        { domain: "nonprod", members: ["payments-dev"] },
      ],
      wayOut: "egress VPC",
    });
    const open = withTalk(sample, { nonprod: ["shared", "nonprod"] });
    expect(reachOf(open, "orders-dev")?.reaches).toEqual([
      { domain: "shared", members: ["shared-services"] },
      { domain: "nonprod", members: ["payments-dev"] },
    ]);
  });

  test("has the networks on premises, and the accounts of shared VPCs", () => {
    expect(reachOf(rich, "orders-prod")).toMatchObject({
      reaches: [{ domain: "shared", members: ["shared-services", "office"] }],
      doesNotReach: [
        { domain: "prod", members: ["payments-prod", "audit"] },
        { domain: "nonprod", members: ["orders-dev", "payments-dev", "cage"] },
      ],
      wayOut: "internet",
    });
    expect(reachOf(rich, "audit")).toMatchObject({ sharedVpc: "commons", range: "10.0.32.0/22", domain: "prod" });
  });

  test("is that of no network for an account without one", () => {
    expect(reachOf(sample, "audit")).toBeUndefined();
  });

  test("leaves out a domain that talks one way only", () => {
    expect(reachOf(withTalk(sample, { shared: ["prod"] }), "orders-dev")?.reaches).toEqual([]);
  });

  test("is by what is declared while there is no range", () => {
    const accounts = sample.accounts.map((account) =>
      account.network ? { ...account, network: { ...account.network, cidr: undefined } } : account,
    );
    const allocated = reachOf(sample, "orders-dev");
    expect(reachOf({ ...sample, accounts }, "orders-dev")).toEqual({ ...allocated, range: undefined });
  });
});
