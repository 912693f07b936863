import { describe, expect, test } from "@jest/globals";
import { decideStatus } from "../../../delivery/status/decide";
import type { Observation } from "../../../delivery/status/observation";
import type { StatusRow } from "../../../delivery/status/report";
import { withIds } from "../../fixtures/ids";
import { sample } from "../../fixtures/zones";
import { deployed, state, withAccount, withCreation, withoutOrdersDev, withStack } from "./observed";

function ordersDev(observation: Observation): StatusRow {
  const [row] = decideStatus(observation, "orders-dev").accounts;
  if (row === undefined) throw new Error("no row");
  return row;
}

const texts = ({ created, baseline, network, service }: StatusRow): readonly string[] =>
  [created, baseline, network, service].map(({ state: found, text }) => `${found}: ${text}`);

describe("an account's row", () => {
  test("is there from its id to its service's address", () => {
    const row = ordersDev(deployed());
    const id = sample.ids.get("account/orders-dev");
    expect(texts(row)).toEqual([`there: ${id}`, "there: 2 of 2", "there: nonprod", "there: 2 of 2"]);
    expect(row.url).toBe("https://orders-dev.services.acme.example");
  });

  test("before the organisation waits for it", () => {
    expect(texts(ordersDev({ ...withoutOrdersDev(), live: undefined }))).toEqual([
      "waiting: no organization yet",
      "waiting: waits for account/orders-dev",
      "waiting: not attached",
      "waiting: waits for account/orders-dev",
    ]);
  });

  test("says that its account is being created, or why it was not", () => {
    expect(ordersDev(withoutOrdersDev()).created.text).toBe("org creates it");
    expect(ordersDev(withCreation(withoutOrdersDev(), { state: "IN_PROGRESS" })).created.text).toBe("being created");
    const failed = withCreation(withoutOrdersDev(), { failureReason: "EMAIL_ALREADY_EXISTS" });
    expect(ordersDev(failed).created).toEqual({ state: "waiting", text: "failed: EMAIL_ALREADY_EXISTS" });
  });

  test("is gone when AWS has it no more, or has closed it", () => {
    expect(ordersDev(withAccount(deployed(), "orders-dev", () => undefined)).created.state).toBe("gone");
    const closed = withAccount(deployed(), "orders-dev", (account) => ({ ...account, status: "CLOSED" }));
    expect(ordersDev(closed).created).toEqual({ state: "gone", text: "CLOSED" });
  });

  test("is partly there while its state lacks resources, or has some that are to go", () => {
    const half = withStack(deployed(), "orders-dev", { state: state(["aws_vpc.spoke"]) });
    expect(ordersDev(half).baseline).toEqual({ state: "partly", text: "1 of 2" });
    const more = withStack(deployed(), "orders-dev", {
      state: state(["aws_vpc.spoke", "aws_iam_role.deploy", "aws_iam_role.old"]),
    });
    expect(ordersDev(more).baseline).toEqual({ state: "partly", text: "2 of 2, 1 to remove" });
  });

  test("says what its stack waits for when it was applied before and something new is declared", () => {
    const { zone } = withoutOrdersDev();
    const waiting = withStack({ ...deployed(), zone }, "routing", { declared: undefined });
    const routing = decideStatus(waiting).platform.find(({ stack }) => stack === "routing");
    expect(routing?.resources.state).toBe("partly");
    expect(routing?.resources.text).toMatch(/^\d+ there, waits for attachment\/orders-dev$/);
  });

  test("is attached and not associated until routing has its association", () => {
    const half = withStack(deployed(), "routing", { state: state([]) });
    expect(ordersDev(half).network).toEqual({ state: "partly", text: "attached, not associated" });
  });

  test("with the subnets of a shared VPC is on the network once they are shared and the VPC is associated", () => {
    const vpc = { name: "commons", domain: "nonprod", prefixLength: 22, cidr: "10.8.0.0/22" };
    const accounts = sample.accounts.map((account) =>
      account.name === "orders-dev" ? { ...account, network: undefined, sharedVpc: "commons" } : account,
    );
    const zone = { ...sample, accounts, network: { ...sample.network, sharedVpcs: [vpc] } };
    const network = (observation: Observation) => {
      const { state: found, text } = ordersDev(observation).network;
      return `${found}: ${text}`;
    };
    expect(network(deployed(zone))).toBe("waiting: not attached");
    const attached = deployed(withIds(zone));
    expect(network(attached)).toBe("partly: subnets not shared");
    const shared = withStack(attached, "network", {
      state: state(["aws_ram_principal_association.orders-dev--commons"]),
    });
    expect(network(shared)).toBe("partly: attached, not associated");
    const association = "aws_ec2_transit_gateway_route_table_association.commons";
    expect(network(withStack(shared, "routing", { state: state([association]) }))).toBe("there: nonprod");
  });

  test("is unknown, not missing, where a state cannot be read", () => {
    const closed = withStack(deployed(), "orders-dev", { state: undefined, unreadable: "AccessDenied" });
    expect(ordersDev(closed).baseline.state).toBe("unknown");
  });

  test("of an account without network and service declares none", () => {
    const [row] = decideStatus(deployed(), "audit").accounts;
    expect(row && [row.network.state, row.service.state]).toEqual(["not-declared", "not-declared"]);
  });

  test("of a closed account says so, with or without what AWS still shows of it", () => {
    const old = { name: "old", displayName: "Old", email: "aws+old@acme.example" };
    const [row] = decideStatus(deployed({ ...sample, closedAccounts: [old] }), "old").accounts;
    expect(row).toMatchObject({ declared: "closed", created: { state: "gone", text: "closed" } });
  });

  test("of a suspended account expects the account and nothing in it", () => {
    const accounts = sample.accounts.map((account) =>
      account.name === "orders-dev"
        ? {
            ...account,
            status: "suspended" as const,
            organizationalUnit: "suspended",
            network: undefined,
            service: undefined,
          }
        : account,
    );
    const { findings, accounts: rows } = decideStatus(deployed({ ...sample, accounts }));
    expect(findings).toEqual([]);
    const row = rows.find(({ account }) => account === "orders-dev");
    expect(row && [row.declared, row.created.state, row.baseline.state]).toEqual([
      "suspended",
      "there",
      "not-declared",
    ]);
  });
});
