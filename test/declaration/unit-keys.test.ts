import { describe, expect, test } from "@jest/globals";
import fc from "../fast-check";
import { formats } from "../../declaration/schema/formats";
import { unitAddress } from "../../declaration/terraform-addresses";
import { unitKey, unitName } from "../../declaration/unit-keys";

/** What AWS takes: 1 to 128 characters, any. Names of few characters meet the special ones often. */
const names = fc.oneof(
  fc.string({
    unit: fc.constantFrom("a", "B", "1", "-", "_", "/", "%", " ", "2F", "\n", "é", "&"),
    minLength: 1,
    maxLength: 6,
  }),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((name) => !/\p{Surrogate}/u.test(name)),
  fc.constantFrom("root", "Root", "__proto__", "constructor", "R&D, live", "EU/West"),
);

describe("names of organizational units", () => {
  test("of any characters are written as keys that a zone takes, and read back", () => {
    fc.assert(
      fc.property(names, fc.constantFrom("root", "Apps"), (name, parent) => {
        const key = unitKey(name, parent);
        expect(key).toMatch(formats.organizationalUnitName.pattern);
        expect(unitName(key)).toBe(name);
      }),
    );
  });

  test("stay as they are where nothing in them is special", () => {
    expect(["Prod", "R&D, live", "Größe_2 (EU)"].map((name) => unitKey(name, "root"))).toEqual([
      "Prod",
      "R&D, live",
      "Größe_2 (EU)",
    ]);
    expect([unitKey("EU/West", "root"), unitKey("root", "root"), unitKey("root", "Apps")]).toEqual([
      "EU%2FWest",
      "%72oot",
      "root",
    ]);
  });

  test("have an address each that Terraform takes", () => {
    const paths = fc.uniqueArray(
      fc
        .array(names, { minLength: 1, maxLength: 3 })
        .map((path) => path.map((name) => unitKey(name, "Apps")).join("/")),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(paths, (all) => {
        const addresses = all.map(unitAddress);
        expect(new Set(addresses).size).toBe(all.length);
        for (const address of addresses) expect(address).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
      }),
    );
  });
});
