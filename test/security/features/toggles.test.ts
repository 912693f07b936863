import { beforeAll, describe, expect, test } from "@jest/globals";
import { difference } from "../../network/features/toggled";
import { securityFeatures, securityToggles } from "./features";
import { all, securityResources } from "./toggled";

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
    on = securityResources(all);
  }, 120_000);

  test.each(securityToggles)(
    "$feature",
    ({ off, removes, adds, changes }) => {
      const { removed, added, changed } = difference(on, securityResources(off(all)));
      expect([...removed, ...changed]).not.toEqual([]);
      expect(mismatches(removed, removes)).toEqual([]);
      expect(mismatches(added, adds)).toEqual([]);
      expect(mismatches(changed, changes)).toEqual([]);
    },
    120_000,
  );

  test("each is a feature of the table", () => {
    const names = securityFeatures.map(({ name }) => name);
    expect(securityToggles.filter(({ feature }) => !names.includes(feature))).toEqual([]);
  });
});
