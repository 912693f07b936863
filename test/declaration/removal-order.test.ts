import { describe, expect, test } from "@jest/globals";
import { idsFrom, type IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { leavingKeys } from "../../declaration/routing/leaving";
import { stacksOf } from "../../declaration/stacks";
import { wavesOf } from "../../delivery/waves/waves";
import { buildDns } from "../../network/dns-stack";
import { buildStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";
import { sample, withNetwork } from "../network/zones";

const split = withNetwork(sample, { routingStacks: "per-domain" });

function withKeys(zone: LandingZone, ...keys: readonly IdKey[]): LandingZone {
  return {
    ...zone,
    ids: idsFrom({ ...Object.fromEntries(zone.ids.entries()), ...Object.fromEntries(keys.map((key) => [key, "id"])) }),
  };
}

/** The waves as a map: stack → number. */
function waveOf(zone: LandingZone): (stack: string) => number {
  const ids = stacksOf(zone).map(({ id }) => id);
  const waves = wavesOf(zone, ids);
  expect(waves.flat()).toHaveLength(ids.length);
  return (stack) => waves.findIndex((wave) => wave.includes(stack));
}

describe("the order of stacks", () => {
  test("is hub, accounts, routes, services while nothing goes", () => {
    for (const zone of [sample, split]) {
      const wave = waveOf(zone);
      const order = ["network", "orders-dev", zone === sample ? "routing" : "routing-nonprod", "orders-dev-orders"];
      expect(order.map(wave).every((place, at, all) => at === 0 || place > (all[at - 1] ?? 0))).toBe(true);
      expect(leavingKeys(zone)).toEqual([]);
    }
  });

  test.each<readonly IdKey[]>([
    ["route-table/old"],
    ["hub-attachment/inspection", "route-table/inspection"],
    ["hub-attachment/office"],
    ["hub-vpc/commons", "hub-attachment/commons", "shared-subnet/commons"],
    ["private-zone/corp.example"],
    ["resolver-rule/ad.example"],
    ["dns-firewall"],
    ["query-log-config"],
  ])("is routes, accounts, hub when %s is declared no more", (...keys) => {
    for (const zone of [sample, split].map((each) => withKeys(each, ...keys))) {
      const wave = waveOf(zone);
      for (const { id } of stacksOf(zone).filter(({ kind }) => kind === "routing"))
        expect(wave(id)).toBeLessThan(wave("network"));
      expect(wave("orders-dev")).toBeLessThan(wave("network"));
      expect(leavingKeys(zone)).toEqual(expect.arrayContaining([...keys]));
    }
  });

  test("is routes before an account that gives up its spoke, whose stack comes before its service still", () => {
    const bare = sample.accounts.map((account) =>
      account.name === "orders-dev" ? { ...account, network: undefined } : account,
    );
    for (const zone of [sample, split].map((each) => ({ ...each, accounts: bare }))) {
      const wave = waveOf(zone);
      for (const { id } of stacksOf(zone).filter(({ kind }) => kind === "routing"))
        expect(wave(id)).toBeLessThan(wave("orders-dev"));
      expect(wave("orders-dev")).toBeLessThan(wave("orders-dev-orders"));
      expect(wave("network")).toBeLessThan(wave("orders-prod"));
      expect(leavingKeys(zone)).toEqual(["attachment/orders-dev", "vpc/orders-dev"]);
    }
  });

  test("is routes, then private zones, then the account that gives up its spoke", () => {
    const resolving = withIds({ ...split, dns: { ...split.dns, privateSuffix: "corp.example" } });
    const bare = resolving.accounts.map((account) =>
      account.name === "orders-dev" ? { ...account, network: undefined } : account,
    );
    const wave = waveOf({ ...resolving, accounts: bare });
    const [routing, zones, account] = ["routing", "orders-dev-dns", "orders-dev"].map(wave);
    expect([routing, zones, account]).toEqual([routing, zones, account].toSorted((a = 0, b = 0) => a - b));
    expect(new Set([routing, zones, account]).size).toBe(3);
    expect(wave("orders-prod")).toBeLessThan(wave("orders-prod-dns"));
  });

  test("is private zones before the hub when the last of them goes: their stacks stay, empty", () => {
    const zone = withKeys(split, "private-zone/corp.example");
    const wave = waveOf(zone);
    for (const name of ["orders-dev", "orders-prod"]) {
      expect(wave(`${name}-dns`)).toBeLessThan(wave("network"));
      expect(buildStack(zone, ({ id }) => id === `${name}-dns`, buildDns).resources.size).toBe(0);
    }
    expect(stacksOf(split).filter(({ kind }) => kind === "dns")).toEqual([]);
  });

  test("leaves a suspended account to its offboarding", () => {
    const suspended = sample.accounts.map((account) =>
      account.name === "orders-dev"
        ? { ...account, status: "suspended" as const, network: undefined, service: undefined }
        : account,
    );
    expect(leavingKeys({ ...sample, accounts: suspended })).toEqual([]);
  });

  test("a table that goes keeps its stack, empty, until it is gone", () => {
    const ids = (zone: LandingZone): readonly string[] => stacksOf(zone).map(({ id }) => id);
    expect(ids(withKeys(split, "route-table/old"))).toContain("routing-old");
    expect(ids(split)).not.toContain("routing-old");
    expect(ids(withKeys(sample, "route-table/old"))).not.toContain("routing-old");
  });
});
