import { describe, expect, test } from "@jest/globals";
import { buildAccount } from "../../accounts/account-stack";
import { stacksOf } from "../../declaration/stacks";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { birch, sample } from "../network/zones";

function accountStack(name: string, zone = sample): BuiltStack {
  return buildStack(zone, ({ kind, account }) => kind === "account" && account.name === name, buildAccount);
}

/** What comes from the baseline: the stack of an account with neither network nor service, in a zone without a pipeline. */
const baseline = [...accountStack("log-archive", { ...sample, pipeline: undefined }).resources.keys()];

describe("the stack of an account", () => {
  test("holds the same baseline whatever the account is for", () => {
    expect(baseline).toContain("aws_s3_account_public_access_block.baseline");
    for (const { name } of sample.accounts)
      expect([...accountStack(name).resources.keys()]).toEqual(expect.arrayContaining(baseline));
  });

  test("has no network and no service beyond what is declared", () => {
    expect(accountStack("log-archive").ids).toEqual({});
    expect(Object.keys(accountStack("shared-services").ids)).toEqual([
      "attachment/shared-services",
      "vpc/shared-services",
    ]);
    expect(accountStack("shared-services").resources.has("aws_iam_role.landfall-service")).toBe(false);
    expect(Object.keys(accountStack("orders-dev").ids).sort()).toEqual([
      "attachment/orders-dev",
      "hosted-zone/orders-dev",
      "name-servers/orders-dev",
      "state-bucket/orders-dev",
      "vpc/orders-dev",
    ]);
  });

  test("is readable at its addresses: short, without hashes", () => {
    for (const zone of [sample, birch])
      for (const { name } of zone.accounts)
        for (const address of accountStack(name, zone).resources.keys())
          expect(address).toMatch(/^aws_[a-z0-9_]+\.[a-z][a-z0-9-]{0,40}$/);
  });

  test("needs every id it reads: with those alone it is synthesised", () => {
    for (const zone of [sample, birch])
      for (const spec of stacksOf(zone).filter(({ kind }) => kind === "account")) {
        const known = new Set<string>(spec.needs);
        const entries = zone.ids.entries().filter(([key]) => known.has(key));
        const ids = new Map(entries);
        const only = {
          has: (key: string) => ids.has(key),
          get: (key: string) => {
            const id = ids.get(key);
            if (id === undefined) throw new Error(`${spec.id} reads ${key} and does not say so`);
            return id;
          },
          entries: () => entries,
        };
        expect(() => accountStack(spec.account.name, { ...zone, ids: only })).not.toThrow();
      }
  });
});
