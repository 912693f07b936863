import { randomUUID } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { accountsOf } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { eventually } from "./eventually";

const account = "storage-first";
const queue = "storage-first-receiveReading";
/** Longer than a message of five deliveries may wait for the end of what is down. */
const hiddenSeconds = 20;

/** As DynamoDB fails: the function gives up after its attempts. */
const down = (name: string) => ({
  [`${name.toLowerCase()}-down`]: {
    function: `storage-first-${name}`,
    service: "dynamodb",
    operation: "PutItem",
    resource: "storage-first-readings",
    error: { code: "InternalServerError", status: 500 },
  },
});

/** From outside: requests are taken while what works on them is down, and worked on when it is back. */
export function storageFirst(rehearsal: () => KeptRehearsal): void {
  const readings = Array.from({ length: 5 }, () => randomUUID());
  const post = (path: string, readingId: string) =>
    accountsOf(rehearsal()).send(account, {
      method: "POST",
      path,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ readingId, meter: "meter-7", litres: 12 }),
    });
  const statusOf = async (readingId: string): Promise<number> =>
    (
      await accountsOf(rehearsal()).send(account, {
        method: "GET",
        path: `/readings/${readingId}`,
        headers: {},
        body: undefined,
      })
    ).status;
  const statuses = (ids: readonly string[]): Promise<readonly number[]> => Promise.all(ids.map(statusOf));
  const all = (status: number) => (seen: readonly number[]) => seen.every((each) => each === status);

  describe("storage first", () => {
    test("takes every request while the consumer is down, and all are worked on when it is back", async () => {
      const kept = rehearsal();
      const own = await accountsOf(kept).account(account);
      const failed = (): number =>
        kept.calls().filter(({ fault }) => fault?.rules.includes("recordreading-down")).length;
      await own.hideFor(queue, hiddenSeconds);
      kept.inject(down("recordReading"));
      try {
        for (const readingId of readings) expect((await post("/readings", readingId)).status).toBe(202);
        expect(
          await eventually(
            () => Promise.resolve(failed()),
            (count) => count > 0,
          ),
        ).toBeGreaterThan(0);
        expect(await statuses(readings)).toEqual(readings.map(() => 404));
        kept.inject({});
        expect(await eventually(() => statuses(readings), all(200))).toEqual(readings.map(() => 200));
        expect(await own.waiting(`${queue}_dead-letters`)).toBe(0);
      } finally {
        kept.inject({});
        await own.hideFor(queue, 180);
      }
    }, 400_000);

    test("is missed where a function in front does the work: it answers 5xx, and what was sent is gone", async () => {
      const lost = readings.map(() => randomUUID());
      rehearsal().inject(down("recordAtOnce"));
      try {
        for (const readingId of lost) expect((await post("/readings-at-once", readingId)).status).toBe(500);
      } finally {
        rehearsal().inject({});
      }
      const [first = ""] = lost;
      expect((await post("/readings-at-once", first)).status).toBe(204);
      expect(await statuses(lost)).toEqual([200, 404, 404, 404, 404]);
    }, 200_000);
  });
}
