import { describe, expect, test } from "@jest/globals";
import { reachOf } from "../../network/reach";
import { sample } from "../fixtures/zones";

describe("the reach of an account's network", () => {
  test("is its own route domain and those that talk to it both ways", () => {
    expect(reachOf(sample, "orders-dev")).toEqual({
      domain: "nonprod",
      sharedVpc: undefined,
      range: "10.0.4.0/22",
      reaches: [
        { domain: "nonprod", accounts: ["payments-dev"] },
        { domain: "shared", accounts: ["shared-services"] },
      ],
      doesNotReach: [{ domain: "prod", accounts: ["orders-prod", "payments-prod"] }],
      egress: true,
    });
  });

  test("is that of no network for an account without one", () => {
    expect(reachOf(sample, "audit")).toBeUndefined();
  });

  test("of an account with the subnets of a shared VPC is that of the VPC's domain", () => {
    const vpc = { name: "commons", domain: "nonprod", prefixLength: 22, cidr: "10.8.0.0/22" };
    const accounts = sample.accounts.map((account) =>
      account.name === "audit" ? { ...account, sharedVpc: "commons" } : account,
    );
    const zone = { ...sample, accounts, network: { ...sample.network, sharedVpcs: [vpc] } };
    expect(reachOf(zone, "audit")).toMatchObject({ domain: "nonprod", sharedVpc: "commons", range: "10.8.0.0/22" });
    expect(reachOf(zone, "orders-dev")?.reaches[0]?.accounts).toEqual(["audit", "payments-dev"]);
  });

  test("leaves out a domain that talks one way only", () => {
    const domains = sample.network.domains.map((domain) =>
      domain.name === "shared" ? { ...domain, talksTo: ["prod"] } : domain,
    );
    const zone = { ...sample, network: { ...sample.network, domains } };
    expect(reachOf(zone, "orders-dev")?.reaches.map(({ domain }) => domain)).toEqual(["nonprod"]);
  });
});
