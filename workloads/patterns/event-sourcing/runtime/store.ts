import { setTimeout as sleep } from "node:timers/promises";
import type { TableAccess } from "../../../runtime/access/access";
import { pause } from "../../../runtime/backoff";
import { type Aggregate, type EventOf, replayed, type StoredEvent } from "../aggregate";
import { append, keepSnapshot, sortable } from "./append";

/** A state, and how many events made it. */
export interface Version<State> {
  readonly state: State;
  readonly version: number;
}

interface ReadTables {
  readonly events: TableAccess<"Query">;
  readonly snapshots: TableAccess<"GetItem">;
}

interface ChangeTables {
  readonly events: TableAccess<"Query" | "PutItem">;
  readonly snapshots: TableAccess<"GetItem" | "PutItem">;
}

interface Snapshot<State> extends Version<State> {
  readonly stateVersion: number;
}

/** Others changed the aggregate before every attempt to. Nothing was stored: the caller may ask again. */
export class Contended extends Error {
  override readonly name = "Contended";
}

/** Of one change: as many attempts as begin in so long, for a function has ten seconds (`timeouts.ts`). */
const limits = { attempts: 12, milliseconds: 5000 } as const;

/** The state by its newest snapshot and the events since, consistently. Of what never was, the initial one and version 0. */
export async function loadAggregate<State, Events>(
  aggregate: Aggregate<string, State, Events>,
  { events, snapshots }: ReadTables,
  id: string,
): Promise<Version<State>> {
  const snapshot = await snapshots.get<Snapshot<State>>({ Key: { id }, ConsistentRead: true });
  const isOurs = snapshot?.stateVersion === aggregate.stateVersion;
  return replayAggregate(aggregate, events, id, isOurs ? snapshot : undefined);
}

/** The state by its events alone: all of them, or those after a snapshot. */
export async function replayAggregate<State, Events>(
  aggregate: Aggregate<string, State, Events>,
  events: TableAccess<"Query">,
  id: string,
  from: Version<State> = { state: aggregate.initial, version: 0 },
): Promise<Version<State>> {
  let { state, version } = from;
  let more: { readonly ExclusiveStartKey?: Record<string, unknown> } = {};
  do {
    const { Items = [], LastEvaluatedKey } = await events.query({
      KeyConditionExpression: "#id = :id AND #version > :version",
      ExpressionAttributeNames: { "#id": "id", "#version": "version" },
      ExpressionAttributeValues: { ":id": id, ":version": sortable(from.version) },
      ConsistentRead: true,
      ...more,
    });
    state = replayed(aggregate, state, Items as StoredEvent[]);
    version += Items.length;
    more = LastEvaluatedKey === undefined ? {} : { ExclusiveStartKey: LastEvaluatedKey };
  } while ("ExclusiveStartKey" in more);
  return { state, version };
}

/**
 * Changes an aggregate by events that follow from its state, all of them or none. They are stored under the versions after the one that was read, which nobody may have taken
 * since; else what is there now is read, and decided anew.
 *
 * @param decide says what happens, or throws a `Refusal`; it has no effect of its own, for it may be asked several times
 * @throws Contended
 */
export async function changeAggregate<State, Events>(
  aggregate: Aggregate<string, State, Events>,
  tables: ChangeTables,
  id: string,
  decide: (state: State) => readonly EventOf<Events>[],
): Promise<Version<State>> {
  const until = Date.now() + limits.milliseconds;
  for (let attempt = 1; attempt <= limits.attempts && Date.now() < until; attempt++) {
    if (attempt > 1) await sleep(pause(attempt - 1, Math.random()));
    const before = await loadAggregate(aggregate, tables, id);
    const happened = decide(before.state).map(({ type, data }) => stored(aggregate, type, data));
    if (happened.length === 0) return before;
    if (!(await append(tables.events, id, before.version, happened))) continue;
    const version = before.version + happened.length;
    const after = { state: replayed(aggregate, before.state, happened), version };
    const { snapshotEvery } = aggregate;
    if (Math.floor(version / snapshotEvery) > Math.floor(before.version / snapshotEvery))
      await keepSnapshot(aggregate, tables.snapshots, id, after);
    return after;
  }
  throw new Contended(`others changed ${aggregate.name} ${id} before every attempt to`);
}

function stored<State, Events>(
  aggregate: Aggregate<string, State, Events>,
  type: keyof Events & string,
  data: Events[keyof Events & string],
): StoredEvent {
  return { type, eventVersion: aggregate.events[type].version, data: { ...Object(data) } };
}
