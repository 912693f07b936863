import { beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Route, sideOf } from "../../../workloads/patterns/strangler/runtime/route";
import { strangler, type StranglerAccess } from "../../../workloads/patterns/strangler/runtime/strangler";
import { logger } from "../../../workloads/runtime/telemetry";

beforeAll(() => logger.setLogLevel("SILENT"));

const reported: Readonly<Record<string, unknown>>[] = [];
let route: Route | undefined;

beforeEach(() => {
  reported.length = 0;
});

const access: StranglerAccess = {
  routes: { get: async <Stored>() => route as Stored | undefined },
  differences: {
    put: async ({ Item }) => {
      reported.push({ ...Item });
      return { $metadata: {} };
    },
  },
};

const prices = strangler("prices");
const answers = (value: string) => () => Promise.resolve(value);
const fails = () => Promise.reject(new Error("broken"));
const allNew: Route = { on: true, newPercent: 100, compare: false };

describe("a strangled route", () => {
  test("keeps a key where it is as long as the share only grows, and moves as many as it says", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(100), fc.nat(100), (key, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        const at = (newPercent: number) => sideOf("prices", { on: true, newPercent, compare: false }, key);
        expect(at(0)).toBe("old");
        expect(at(100)).toBe("new");
        if (at(less) === "new") expect(at(more)).toBe("new");
        expect(sideOf("prices", { on: false, newPercent: 100, compare: true }, key)).toBe("old");
      }),
    );
    const keys = Array.from({ length: 2000 }, (_, index) => `sku-${index}`);
    const moved = keys.filter((key) => sideOf("prices", { on: true, newPercent: 25, compare: false }, key) === "new");
    expect(moved.length / keys.length).toBeCloseTo(0.25, 1);
  });

  test("is answered by the old one where nothing is said, or nobody can say", async () => {
    route = undefined;
    expect(await prices.read(access, "cup", { old: answers("old"), new: fails })).toBe("old");
    const gone = { ...access, routes: { get: fails } };
    expect(await prices.read(gone, "cup", { old: answers("old"), new: fails })).toBe("old");
    expect(reported).toEqual([]);
  });

  test("reports what differs, whoever leads, and nothing that does not", async () => {
    for (const newPercent of [0, 100]) {
      route = { on: true, newPercent, compare: true };
      await prices.read(access, "cup", { old: answers("same"), new: answers("same") });
      expect(await prices.read(access, "cup", { old: answers("old"), new: answers("new") })).toBe(
        newPercent === 0 ? "old" : "new",
      );
    }
    const what = { kind: "answer", key: "cup", old: '{"value":"old"}', new: '{"value":"new"}' };
    expect(reported).toMatchObject([
      { ...what, leads: "old" },
      { ...what, leads: "new" },
    ]);
  });

  test("is answered by the old one when the new one fails, and says so", async () => {
    for (const compare of [false, true]) {
      route = { ...allNew, compare };
      expect(await prices.read(access, "cup", { old: answers("old"), new: fails })).toBe("old");
    }
    expect(reported.map(({ kind }) => kind)).toEqual(["failed", "failed"]);
  });

  test("does not wait for what it only compares with, and does not fail of it", async () => {
    route = { on: true, newPercent: 0, compare: true };
    const never = () => new Promise<string>(() => undefined);
    expect(await prices.read(access, "cup", { old: answers("old"), new: never })).toBe("old");
    const full = { ...access, differences: { put: fails } };
    expect(await prices.read(full, "cup", { old: answers("old"), new: fails })).toBe("old");
  });

  test("writes with both: the one that leads has to succeed, the other is reported", async () => {
    const written: string[] = [];
    const writes = (side: string) => async () => void written.push(side);
    route = allNew;
    await prices.write(access, "cup", { old: writes("old"), new: writes("new") });
    expect(written).toEqual(["new", "old"]);
    await prices.write(access, "cup", { old: fails, new: writes("new") });
    expect(reported).toMatchObject([{ kind: "not written", leads: "new" }]);
    await expect(prices.write(access, "cup", { old: writes("old"), new: fails })).rejects.toThrow("broken");
    expect(written).toEqual(["new", "old", "new"]);
  });
});
