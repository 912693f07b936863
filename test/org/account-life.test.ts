import { describe, expect, test } from "@jest/globals";
import { join } from "node:path";
import { readZoneFrom } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import type { FileContent } from "../../declaration/source/files";
import { readDirectory } from "../../declaration/source/read-directory";
import { stacksOf } from "../../declaration/stacks";
import { buildOrganization } from "../../org/org-stack";
import { buildStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";

const files = [...readDirectory(join(__dirname, "../../zone"))].map(
  ([name, content]) => [name, content.toString()] as [string, FileContent],
);

/** The sample with a line more in an account's file. */
function sampleWith(account: string, line: string): LandingZone {
  const changed = new Map(files);
  const file = `accounts/${account}.yaml`;
  changed.set(file, `${String(changed.get(file))}${line}\n`);
  const result = readZoneFrom(changed);
  if ("problems" in result) throw new Error(JSON.stringify(result.problems));
  return withIds(result.zone);
}

const stackIds = (zone: LandingZone): string[] => stacksOf(zone).map(({ id }) => id);

describe("an account that is suspended", () => {
  const zone = sampleWith("orders-dev", "status: suspended");

  test("has no stacks of its own, and the routing stack waits for nothing of it", () => {
    expect(stackIds(zone).filter((id) => id.startsWith("orders-dev"))).toEqual([]);
    const needs = stacksOf(zone).flatMap((stack) => stack.needs);
    expect(needs.filter((key) => key.endsWith("/orders-dev"))).toEqual([]);
  });

  test("moves to the organizational unit suspended, at its own address", () => {
    const org = buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
    expect(org.at("aws_organizations_account.orders-dev")["parent_id"]).toBe(
      "${aws_organizations_organizational_unit.suspended.id}",
    );
    expect(org.ids["account/orders-dev"]).toBe("${aws_organizations_account.orders-dev.id}");
  });
});

describe("an account that is closed", () => {
  const zone = sampleWith("orders-dev", "status: closed");

  test("is in no stack, and the organisation's state forgets it without destroying it", () => {
    expect(zone.accounts.some(({ name }) => name === "orders-dev")).toBe(false);
    expect(zone.closedAccounts).toEqual([
      { name: "orders-dev", displayName: "orders-dev", email: "aws+orders-dev@acme.example" },
    ]);
    const org = buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
    expect([...org.ofType("aws_organizations_account").keys()]).not.toContain("orders-dev");
    expect(org.ids).not.toHaveProperty("account/orders-dev");
    const forgotten = ["aws_organizations_account.orders-dev"].concat(
      ["billing", "operations", "security"].map((kind) => `aws_account_alternate_contact.orders-dev_${kind}`),
    );
    expect(org.top["removed"]).toEqual(forgotten.map((from) => ({ from, lifecycle: { destroy: false } })));
  });
});

test("an account's display name is AWS's name for it and nobody's identity", () => {
  const zone = sampleWith("orders-dev", "displayName: Orders (development)");
  const org = buildStack(zone, ({ kind }) => kind === "org", buildOrganization);
  expect(org.at("aws_organizations_account.orders-dev")).toMatchObject({
    name: "Orders (development)",
    lifecycle: { ignore_changes: expect.arrayContaining(["name"]) },
  });
  expect(stackIds(zone)).toContain("orders-dev");
});
