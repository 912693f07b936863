import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";
import fc from "fast-check";
import { account } from "../../../examples/patterns/services/event-sourcing/account";
import { eventSourcing } from "../../../examples/patterns/services/event-sourcing/service";
import { documents } from "../../../workloads/runtime/clients/dynamodb";
import {
  changeAggregate,
  loadAggregate,
  replayAggregate,
} from "../../../workloads/patterns/event-sourcing/runtime/store";
import { type Aggregate, eventStore } from "../../../workloads/service-definition";
import { memoryStore } from "./memory-store";

/** Attempts follow each other at once. */
beforeEach(() => void jest.spyOn(Math, "random").mockReturnValue(0));
afterEach(() => {
  jest.restoreAllMocks();
});

const entries = fc.array(
  fc.record({ cents: fc.integer({ min: -5, max: 5 }).map((euros) => euros * 100), isOld: fc.boolean() }),
  { maxLength: 25 },
);

type Store = ReturnType<typeof memoryStore>;

/** Events of the first version, as an account has them from long ago: they are all before those of today. */
function stored(store: Store, id: string, old: readonly { readonly cents: number }[]): void {
  old.forEach(({ cents }, index) => {
    const version = String(index + 1).padStart(12, "0");
    const data = { entryId: `old-${index}`, euros: cents / 100 };
    store.events.set(`${id} ${version}`, { id, version, type: "Booked", eventVersion: 1, data });
  });
}

const book = (store: Store, id: string, cents: number, which: typeof account = account) =>
  changeAggregate(which, store.tables, id, () => [{ type: "Booked", data: { entryId: "e", cents } }]);

describe("an aggregate stored as events", () => {
  test("is the same from its snapshot as from all its events, whatever versions they have", async () => {
    await fc.assert(
      fc.asyncProperty(entries, fc.integer({ min: 1, max: 7 }), async (booked, snapshotEvery) => {
        const which = { ...account, snapshotEvery };
        const store = memoryStore();
        const old = booked.filter(({ isOld }) => isOld);
        stored(store, "a", old);
        for (const { cents } of booked.filter(({ isOld }) => !isOld)) await book(store, "a", cents, which);
        const sum = booked.reduce((total, { cents }) => total + cents, 0);
        const wanted = { state: { cents: sum }, version: booked.length };
        expect(await replayAggregate(which, (store.tables as { events: never }).events, "a")).toEqual(wanted);
        const before = store.reads();
        expect(await loadAggregate(which, store.tables, "a")).toEqual(wanted);
        if (booked.length - old.length >= snapshotEvery) expect(store.reads() - before).toBeLessThan(snapshotEvery);
      }),
      { numRuns: 60 },
    );
  });

  test("leaves a snapshot alone whose state is of another version", async () => {
    const store = memoryStore();
    for (let count = 0; count < 10; count++) await book(store, "a", 100);
    expect(store.snapshots.get("a")).toMatchObject({ version: 10, state: { cents: 1000 } });
    const doubled: typeof account = {
      ...account,
      stateVersion: 2,
      events: {
        Booked: { ...account.events.Booked, apply: (state, { cents }) => ({ cents: state.cents + 2 * cents }) },
      },
    };
    expect(await loadAggregate(doubled, store.tables, "a")).toEqual({ state: { cents: 2000 }, version: 10 });
    // Without the number it would be read as it is.
    expect(await loadAggregate({ ...doubled, stateVersion: 1 }, store.tables, "a")).toMatchObject({
      state: { cents: 1000 },
    });
  });

  test.each([
    ["loses none of what many do at once", true, 10],
    ["would lose some without the expected version", false, 1],
  ])("%s", async (_what, conditions, kept) => {
    const store = memoryStore(conditions);
    await Promise.all(Array.from({ length: 10 }, () => book(store, "a", 1)));
    expect((await loadAggregate({ ...account, stateVersion: 9 }, store.tables, "a")).state.cents).toBe(kept);
  });

  test("stores all events of one decision, or none", async () => {
    const store = memoryStore();
    jest.spyOn(documents, "send").mockImplementation(store.send as never);
    const both = [
      { type: "Booked", data: { entryId: "1", cents: 5 } },
      { type: "Booked", data: { entryId: "2", cents: 7 } },
    ] as const;
    const [one, other] = await Promise.all([1, 2].map(() => changeAggregate(account, store.tables, "a", () => both)));
    expect([one?.version, other?.version].sort()).toEqual([2, 4]);
    expect(store.events.size).toBe(4);
    await expect(
      changeAggregate(account, store.tables, "a", () => {
        throw new Error("decided not to");
      }),
    ).rejects.toThrow("decided not to");
    expect(store.events.size).toBe(4);
  });

  test("reads no event that is newer than the code", async () => {
    const store = memoryStore();
    store.events.set("x", { id: "a", version: "000000000001", type: "Booked", eventVersion: 3, data: {} });
    await expect(loadAggregate(account, store.tables, "a")).rejects.toThrow(
      "Booked of version 3 is newer than this code",
    );
  });
});

describe("a definition", () => {
  test("has the tables of its aggregate, and functions that change it may not delete or update an event", () => {
    expect(eventSourcing.tables).toEqual({
      accountEvents: { partitionKey: "id", sortKey: "version", stream: true },
      accountSnapshots: { partitionKey: "id" },
    });
    const actions = eventSourcing.operations.bookEntry.uses.flatMap((use) => use.actions);
    expect([...new Set(actions)].sort()).toEqual(["GetItem", "PutItem", "Query"]);
  });

  test("without snapshots, or with a version that nothing reads, is refused", () => {
    const parts = { name: "account", stateVersion: 1, initial: {}, events: {} } as const;
    // @ts-expect-error an aggregate says after how many events it is stored as a whole
    const unsaid: Aggregate<"account", object, object> = parts;
    expect(() => eventStore(unsaid)).toThrow("a change would read every event there is");
    expect(() => eventStore({ ...account, snapshotEvery: 0 })).toThrow("a change would read every event there is");
    const Booked = { ...account.events.Booked, version: 3 };
    expect(() => eventStore({ ...account, events: { Booked } })).toThrow("nothing that makes it of version 2");
  });
});
