import { describe, expect, test } from "@jest/globals";
import fc from "../../fast-check";
import { producerOf } from "../../../declaration/id-producers";
import { idsFrom } from "../../../declaration/ids";
import { stacksOf } from "../../../declaration/stacks";
import { splitWave } from "../../../delivery/waves/split-wave";
import { wavesOf } from "../../../delivery/waves/waves";
import { birch, sample } from "../../fixtures/zones";

const specs = stacksOf(sample);
const all = specs.map(({ id }) => id);

/** Every stack that comes before one, near or far, found by going up from it. */
function above(id: string): ReadonlySet<string> {
  const after = specs.find((spec) => spec.id === id)?.after ?? [];
  return new Set(after.flatMap((earlier) => [earlier, ...above(earlier)]));
}

describe("waves", () => {
  test("of the whole zone deploy it from the organisation to the services", () => {
    expect(wavesOf(sample, all)).toEqual([
      ["org"],
      ["identity", "logs", "security", "network", "events"],
      expect.arrayContaining(["trail", "orders-dev", "management"]),
      ["routing"],
      [
        "fulfilment-dev-fulfilment",
        "fulfilment-prod-fulfilment",
        "notifications-prod-notifications",
        "orders-dev-orders",
        "orders-prod-orders",
        "payments-dev-payments",
        "payments-prod-payments",
        "reports-prod-reports",
      ],
    ]);
  });

  test("of some stacks are no more than their own order needs", () => {
    expect(wavesOf(sample, ["orders-dev-orders", "identity", "payments-dev-payments"])).toEqual([
      ["identity", "orders-dev-orders", "payments-dev-payments"],
    ]);
    expect(wavesOf(sample, [])).toEqual([]);
  });

  test("keep an order that goes by way of a stack which is not among them", () => {
    expect(wavesOf(sample, ["orders-dev-orders", "org"])).toEqual([["org"], ["orders-dev-orders"]]);
  });

  test("hold each stack once, never beside or before one that it comes after, and none could come earlier", () => {
    fc.assert(
      fc.property(fc.subarray(all), (selected) => {
        const waves = wavesOf(sample, selected);
        expect(waves.flat().sort()).toEqual([...selected].sort());
        const place = (id: string): number => waves.findIndex((wave) => wave.includes(id));
        for (const id of selected) {
          const earlier = selected.filter((other) => above(id).has(other)).map(place);
          expect(place(id)).toBe(Math.max(-1, ...earlier) + 1);
        }
      }),
    );
  });

  test.each(Object.entries({ sample, birch }))("of %s make every id before the stack that needs it", (_name, zone) => {
    const withoutNetwork = {
      ...zone,
      accounts: zone.accounts.map((account) => (account.service ? { ...account, network: undefined } : account)),
      // They never had one: what is taken down goes in another order.
      ids: idsFrom(Object.fromEntries(zone.ids.entries().filter(([key]) => !key.startsWith("attachment/")))),
    };
    for (const each of [zone, withoutNetwork]) {
      const waves = wavesOf(
        each,
        stacksOf(each).map(({ id }) => id),
      );
      const place = (id: string): number => waves.findIndex((wave) => wave.includes(id));
      for (const { id, needs } of stacksOf(each)) {
        for (const producer of needs.map(producerOf).filter((stack) => stack !== undefined)) {
          expect(`${producer} ${place(producer) < place(id) ? "before" : "not before"} ${id}`).toBe(
            `${producer} before ${id}`,
          );
        }
      }
    }
  });
});

describe("a wave that is split", () => {
  test("keeps its stacks in order, in parts that are full or one short of each other", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 2000 }), fc.integer({ min: 1, max: 300 }), (wave, limit) => {
        const parts = splitWave(wave, limit);
        const sizes = parts.map((part) => part.length);
        expect(parts.flat()).toEqual(wave);
        expect(parts).toHaveLength(Math.ceil(wave.length / limit));
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(limit);
        expect(Math.max(0, ...sizes) - Math.min(limit, ...sizes)).toBeLessThanOrEqual(parts.length > 0 ? 1 : limit);
      }),
    );
  });

  test("of 257 stacks makes two jobs' lists of a limit of 256", () => {
    expect(splitWave(Array.from({ length: 257 }), 256).map((part) => part.length)).toEqual([129, 128]);
  });
});
