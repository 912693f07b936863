import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { contains, formatRange, networkOf, overlaps } from "../../../declaration/address-range";
import { prefixTable, rangeOf } from "../../../network/reachability/prefix-table";

const table = (...destinations: readonly string[]) =>
  prefixTable(destinations.map((destination, index) => ({ destination, index })));
const address = (text: string): number => rangeOf(`${text}/32`).first;

describe("a table of routes", () => {
  test("takes the longest prefix, and of equal ones the first", () => {
    const { lookup } = table("0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/8", "10.1.0.0/16");
    expect(lookup(address("10.1.2.3"))?.index).toBe(3);
    expect(lookup(address("10.2.2.3"))?.index).toBe(1);
    expect(lookup(address("192.0.2.1"))?.index).toBe(0);
    expect(table("10.0.0.0/8").lookup(address("11.0.0.0"))).toBeUndefined();
  });

  test("refuses what is no range", () => {
    expect(() => table("10.0.0/8")).toThrow("10.0.0/8 is not an IPv4 range");
  });

  // Few bits of address, so that ranges meet.
  const range = fc
    .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 26, max: 32 }))
    .map(([first, prefixLength]) => networkOf({ first, prefixLength }));

  test("decides as trying every route does, for addresses and for ranges", () => {
    fc.assert(
      fc.property(fc.array(range), fc.integer({ min: 0, max: 63 }), range, (ranges, at, asked) => {
        const routes = ranges.map((each) => ({ destination: formatRange(each), each }));
        const { lookup, touching } = prefixTable(routes);
        const host = { first: at, prefixLength: 32 };
        const longest = (fits: readonly (typeof routes)[number][]): number =>
          Math.max(-1, ...fits.map(({ each }) => each.prefixLength));
        const covering = routes.filter(({ each }) => contains(each, host));
        expect(lookup(at)?.each.prefixLength ?? -1).toBe(longest(covering));
        const whole = longest(routes.filter(({ each }) => contains(each, asked)));
        const expected = routes
          .filter(({ each }) => overlaps(each, asked))
          .filter(({ each }) => each.prefixLength > asked.prefixLength || each.prefixLength === whole)
          .map(({ destination }) => destination);
        expect(
          touching(asked)
            .map(({ route }) => route.destination)
            .sort(),
        ).toEqual([...new Set(expected)].sort());
      }),
    );
  });
});
