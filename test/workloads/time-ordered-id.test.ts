import { describe, expect, test } from "@jest/globals";
import fc from "../fast-check";
import { monthOf, monthsBack, timeOf, timeOrderedId } from "../../workloads/runtime/time-ordered-id";

const time = fc.integer({ min: 0, max: Date.UTC(2100, 0) });

describe("a time-ordered id", () => {
  test("is a version 7 UUID that holds its time", () => {
    fc.assert(
      fc.property(time, (now) => {
        const id = timeOrderedId(now);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(timeOf(id)).toBe(now);
      }),
    );
  });

  test("sorts as text by time", () => {
    fc.assert(fc.property(time, time, (a, b) => a === b || a < b === timeOrderedId(a) < timeOrderedId(b)));
  });

  test("gives every UUID some month", () => {
    fc.assert(fc.property(fc.uuid(), (id) => /^(\d{4}|\+\d{6})-\d\d$/.test(monthOf(timeOf(id)))));
  });
});

describe("months back", () => {
  test("are those from the newest to the oldest, also across years and from the last of a month", () => {
    expect(monthsBack(Date.UTC(2026, 2, 31), Date.UTC(2025, 10, 30))).toEqual([
      "2026-03",
      "2026-02",
      "2026-01",
      "2025-12",
      "2025-11",
    ]);
  });

  test("are none when the newest lies before the oldest", () => {
    expect(monthsBack(Date.UTC(2020, 0), Date.UTC(2026, 0))).toEqual([]);
  });
});
