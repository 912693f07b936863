import { beforeAll, describe, expect, test } from "@jest/globals";
import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { builders } from "../../../main";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";
import { difference, everything } from "../../network/features/toggled";
import { organizationFeatures, organizationToggles } from "./features";

/** The management account, and one that is nothing but an account. */
const accounts = ["payer", "guest"];

/** `STACK TYPE.NAME` → attributes as text, of every stack in which the organisation, identity and costs are. */
function resources(zone: LandingZone): ReadonlyMap<string, string> {
  const locked = withIds(zone);
  const specs = stacksOf(locked).filter(
    ({ id, kind }) => ["org", "identity", "costs"].includes(kind) || accounts.includes(id),
  );
  return new Map(
    specs.flatMap((spec) => {
      const { resource = {} }: { resource?: Record<string, Record<string, unknown>> } = JSON.parse(
        terraformJson(locked, spec, builders[spec.kind]),
      );
      return Object.entries(resource).flatMap(([type, named]) =>
        Object.entries(named).map(([name, attributes]): [string, string] => [
          `${spec.id} ${type}.${name}`,
          JSON.stringify(attributes),
        ]),
      );
    }),
  );
}

/** Addresses that no pattern matches, and patterns that match no address. */
function mismatches(addresses: readonly string[], patterns: readonly RegExp[] = []): readonly string[] {
  return [
    ...addresses.filter((address) => !patterns.some((pattern) => pattern.test(address))),
    ...patterns.filter((pattern) => !addresses.some((address) => pattern.test(address))).map(String),
  ];
}

describe("a feature that is turned off takes exactly its resources with it", () => {
  let on: ReadonlyMap<string, string>;
  beforeAll(() => {
    on = resources(everything);
  }, 120_000);

  test.each(organizationToggles)(
    "$feature",
    ({ off, removes, adds, changes }) => {
      const { removed, added, changed } = difference(on, resources(off(everything)));
      expect([...removed, ...changed]).not.toEqual([]);
      expect(mismatches(removed, removes)).toEqual([]);
      expect(mismatches(added, adds)).toEqual([]);
      expect(mismatches(changed, changes)).toEqual([]);
    },
    120_000,
  );

  test("each is a feature of the table", () => {
    const names = organizationFeatures.map(({ name }) => name);
    expect(organizationToggles.filter(({ feature }) => !names.includes(feature))).toEqual([]);
  });
});
