import { describe, expect, test } from "@jest/globals";
import fc from "../fast-check";
import { type AddressRange, contains, formatRange, overlaps, parseRange } from "../../declaration/address-range";
import { layoutSubnets, SubnetLayoutError } from "../../network/vpc/subnet-layout";

const zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

function range(text: string): AddressRange {
  const parsed = parseRange(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

/** Any VPC range AWS allows and the schema accepts, aligned to its size. */
const vpcRange = fc
  .record({ prefixLength: fc.integer({ min: 16, max: 26 }), seed: fc.nat({ max: 2 ** 31 - 1 }) })
  .map(({ prefixLength, seed }) => {
    const size = 2 ** (32 - prefixLength);
    return formatRange({ first: Math.floor((2 * seed) / size) * size, prefixLength });
  });
const zoneCount = fc.integer({ min: 1, max: 3 });

function layoutOrNothing(vpc: string, count: number): ReturnType<typeof layoutSubnets> | undefined {
  try {
    return layoutSubnets(vpc, zones.slice(0, count));
  } catch (error) {
    if (error instanceof SubnetLayoutError) return undefined;
    throw error;
  }
}

describe("the subnets of a VPC", () => {
  test("a /22 in two zones has two /24 and two /28 at the end", () => {
    expect(layoutSubnets("10.0.4.0/22", zones.slice(0, 2))).toEqual([
      { zone: "eu-west-1a", letter: "a", main: "10.0.4.0/24", attachment: "10.0.7.240/28" },
      { zone: "eu-west-1b", letter: "b", main: "10.0.5.0/24", attachment: "10.0.7.224/28" },
    ]);
  });

  test("a /26 holds two zones and nothing else", () => {
    expect(layoutSubnets("10.0.0.0/26", zones.slice(0, 2)).map(({ main, attachment }) => [main, attachment])).toEqual([
      ["10.0.0.0/28", "10.0.0.48/28"],
      ["10.0.0.16/28", "10.0.0.32/28"],
    ]);
  });

  test("only a /26 in three zones has no room, and the error names what has", () => {
    fc.assert(
      fc.property(vpcRange, zoneCount, (vpc, count) => {
        const fits = !(vpc.endsWith("/26") && count === 3);
        expect(layoutOrNothing(vpc, count) !== undefined).toBe(fits);
      }),
    );
    expect(() => layoutSubnets("10.0.0.0/26", zones)).toThrow(
      "10.0.0.0/26 is too small for 3 availability zones: a /26 holds two, a /25 three",
    );
  });

  test("lie in the VPC, never overlap, and are at least a /28", () => {
    fc.assert(
      fc.property(vpcRange, zoneCount, (vpc, count) => {
        const subnets = (layoutOrNothing(vpc, count) ?? []).flatMap(({ main, attachment }) => [main, attachment]);
        const ranges = subnets.map(range);
        for (const [index, one] of ranges.entries()) {
          expect(contains(range(vpc), one)).toBe(true);
          expect(one.prefixLength).toBeLessThanOrEqual(28);
          expect(one.prefixLength).toBeGreaterThan(range(vpc).prefixLength);
          for (const other of ranges.slice(index + 1)) expect(overlaps(one, other)).toBe(false);
        }
      }),
    );
  });

  test("stay where they are when an availability zone is added", () => {
    fc.assert(
      fc.property(vpcRange, fc.integer({ min: 1, max: 2 }), (vpc, count) => {
        const before = layoutOrNothing(vpc, count);
        const after = layoutOrNothing(vpc, count + 1);
        if (before && after) expect(after.slice(0, count)).toEqual(before);
      }),
    );
  });

  test.each(["10.0.0.1/22", "10.0.0.0", "10.0.0.0/33", ""])("%p is refused as no range", (text) => {
    expect(() => layoutSubnets(text, zones)).toThrow(RangeError);
  });
});
