import { describe, expect, test } from "@jest/globals";
import fc from "../fast-check";
import { contains, hasHostBits, overlaps, parseRange } from "../../declaration/address-range";
import { type AddressRequest, allocate } from "../../declaration/addresses";

const pool = { first: 10 * 2 ** 24, prefixLength: 16 };
const none: ReadonlyMap<string, string> = new Map();

const requests = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z]{1,6}$/), prefixLength: fc.integer({ min: 17, max: 26 }) }),
  { selector: ({ name }) => name, maxLength: 40 },
);

describe("allocating addresses", () => {
  test("gives the lowest free range of the size asked for", () => {
    const asked: AddressRequest[] = [
      { name: "egress", prefixLength: 24 },
      { name: "b", prefixLength: 22 },
      { name: "a", prefixLength: 24 },
    ];
    expect([...allocate(pool, asked, none).ranges]).toEqual([
      ["egress", "10.0.0.0/24"],
      ["b", "10.0.4.0/22"],
      ["a", "10.0.1.0/24"],
    ]);
  });

  test("keeps ranges apart, aligned and within the pool, or says which request does not fit", () => {
    fc.assert(
      fc.property(requests, (asked) => {
        const { ranges, unsatisfied } = allocate(pool, asked, none);
        const given = [...ranges.values()].map(parseRange).filter((range) => range !== undefined);
        expect(given.length + unsatisfied.length).toBe(asked.length);
        for (const [index, range] of given.entries()) {
          expect(hasHostBits(range) || !contains(pool, range)).toBe(false);
          expect(given.slice(0, index).some((other) => overlaps(range, other))).toBe(false);
        }
      }),
    );
  });

  test("never renumbers what is recorded, whatever is added, removed or resized around it", () => {
    fc.assert(
      fc.property(requests, requests, fc.array(fc.nat()), (before, added, removed) => {
        const recorded = allocate(pool, before, none).ranges;
        const gone = new Set(removed.map((index) => before[index % Math.max(1, before.length)]?.name));
        const asked = [
          ...added.filter(({ name }) => !recorded.has(name)),
          ...before.filter(({ name }) => !gone.has(name)),
        ];
        const { ranges } = allocate(pool, asked, recorded);
        for (const { name } of before) {
          if (recorded.has(name) && !gone.has(name)) expect(ranges.get(name)).toBe(recorded.get(name));
        }
        const reserved = [...recorded.values()].map(parseRange).filter((range) => range !== undefined);
        for (const { name } of added) {
          const range = recorded.has(name) ? undefined : parseRange(ranges.get(name) ?? "");
          if (range) expect(reserved.some((other) => overlaps(range, other))).toBe(false);
        }
      }),
    );
  });

  test("finds room exactly as long as there is some", () => {
    const all = Array.from({ length: 300 }, (_, index) => ({ name: `n${index}`, prefixLength: 24 }));
    const { ranges, unsatisfied } = allocate(pool, all, none);
    expect(ranges.size).toBe(256);
    expect(unsatisfied).toHaveLength(44);
  });
});

describe("reading a range", () => {
  test.each(["10.0.0.0/33", "256.0.0.0/8", "10.0.0/8", "010.0.0.0/8", "10.0.0.0", "10.0.0.0/", " 10.0.0.0/8", "a/b"])(
    "refuses %s",
    (text) => expect(parseRange(text)).toBeUndefined(),
  );
});
