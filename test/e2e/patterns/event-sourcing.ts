import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { eventSourcing } from "../../../examples/patterns/services/event-sourcing/service";
import { accountsOf, type KeptAccounts } from "../kept-accounts";
import type { KeptRehearsal } from "../kept-rehearsal";
import { changedCode, deployTwin } from "../twin";

const writers = 50;
/** On a machine that is busy enough functions time out. */
const patienceMilliseconds = 240_000;
const name = "event-sourcing";

/** From outside: nothing that was answered is lost, however many write at once. */
export function eventSourcingKept(rehearsal: () => KeptRehearsal): void {
  describe("events that are all there is of an account", () => {
    test(`${writers} that book at once lose nothing: the balance is the sum of what was answered`, async () => {
      const kept = accountsOf(rehearsal());
      const accountId = randomUUID();
      const { booked, unknown, contended } = await bookAll(kept, accountId);
      const found = await inTables(kept, accountId);
      // A machine that is busy enough lets a function time out: whether it booked its entry, its answer does not say.
      expect(found.entries.filter((entryId) => !unknown.has(entryId)).sort()).toEqual([...booked.keys()].sort());
      expect(booked.size).toBe(writers);
      expect(found.versions).toBe(found.entries.length);
      const sum = found.entries.reduce(
        (total, entryId) => total + (booked.get(entryId) ?? unknown.get(entryId) ?? 0),
        0,
      );
      for (const by of ["snapshot", "replay"]) {
        const { status, body } = await kept.send(name, {
          method: "GET",
          path: `/accounts/${accountId}?by=${by}`,
          headers: {},
          body: undefined,
        });
        expect([status, JSON.parse(body)]).toEqual([200, { accountId, cents: sum, version: found.entries.length }]);
      }
      expect(found.snapshot).toBeGreaterThanOrEqual(found.entries.length - (found.entries.length % 10));
      console.log(
        `${booked.size} of ${writers} booked at once, ${contended} asked again, ${unknown.size} without an answer`,
      );
    }, 600_000);

    test("without the expected version entries that were answered are lost", async () => {
      const kept = accountsOf(rehearsal());
      const account = await kept.account(name);
      const accountId = randomUUID();
      const restore = await deployTwin(
        account,
        eventSourcing,
        "bookEntry",
        changedCode((code) =>
          code.replace(/attribute_not_exists\(\$\{\w+\}\)/, "attribute_not_exists(no_such_attribute)"),
        ),
      );
      try {
        const { booked } = await bookAll(kept, accountId);
        const { entries } = await inTables(kept, accountId);
        expect(booked.size).toBe(writers);
        expect(entries.length).toBeLessThan(booked.size);
      } finally {
        await restore();
      }
    }, 600_000);
  });
}

/** Books as many entries at once as there are writers; each asks until it was answered. */
async function bookAll(kept: KeptAccounts, accountId: string) {
  const booked = new Map<string, number>();
  const unknown = new Map<string, number>();
  let contended = 0;
  const post = async (body: string): Promise<number> => {
    const headers = { "content-type": "application/json" };
    const request = { method: "POST", path: `/accounts/${accountId}/entries`, headers, body };
    return (await kept.send(name, request).catch(() => ({ status: 0 }))).status;
  };
  const writer = async (cents: number): Promise<void> => {
    for (const until = Date.now() + patienceMilliseconds; Date.now() < until; await sleep(500)) {
      const entryId = randomUUID();
      const status = await post(JSON.stringify({ entryId, cents }));
      if (status === 200) return void booked.set(entryId, cents);
      // Throttled, or others were faster each time: nothing was booked. Of anything else nobody knows.
      if (status === 409 || status === 429) contended += 1;
      else unknown.set(entryId, cents);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, at) => writer(at + 1)));
  return { booked, unknown, contended };
}

/** What the tables have of an account. */
async function inTables(kept: KeptAccounts, accountId: string) {
  const { items } = await kept.account(name);
  const events = (await items(`${name}-accountEvents`)).filter(({ id }) => id === accountId);
  const snapshot = (await items(`${name}-accountSnapshots`)).find(({ id }) => id === accountId);
  return {
    entries: events.map(({ data }) => String(Object(data).entryId)),
    versions: new Set(events.map(({ version }) => version)).size,
    snapshot: Number(snapshot?.["version"] ?? 0),
  };
}
