import { beforeAll, describe, expect, test } from "@jest/globals";
import { features, featureToggles } from "./features";
import { difference, everything, networkResources } from "./toggled";

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
    on = networkResources(everything);
  }, 120_000);

  test.each(featureToggles)(
    "$feature",
    ({ on: zone = everything, off, removes, adds, changes }) => {
      const whole = zone === everything ? on : networkResources(zone);
      const { removed, added, changed } = difference(whole, networkResources(off(zone)));
      expect(removed).not.toEqual([]);
      expect(mismatches(removed, removes)).toEqual([]);
      expect(mismatches(added, adds)).toEqual([]);
      expect(mismatches(changed, changes)).toEqual([]);
    },
    120_000,
  );

  test("each is a feature of the table", () => {
    const names = features.map(({ name }) => name);
    expect(featureToggles.filter(({ feature }) => !names.includes(feature))).toEqual([]);
  });
});
