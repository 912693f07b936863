type Data = Readonly<Record<string, unknown>>;

/** One kind of event of an aggregate. */
export interface EventKind<State, Held> {
  /** Of what is written from now on; what was written before keeps the version it has. */
  readonly version: number;
  /** What the event makes of a state. It decides nothing: that it happened is a fact. */
  readonly apply: (state: State, held: Held) => State;
  /** By version, what events of it are in the next one: `{ 1: ({ euros }) => ({ cents: euros * 100 }) }`. One for each version before `version`. */
  readonly upcast?: Readonly<Record<number, (held: Data) => Data>>;
}

/**
 * What is stored as the events that made it. Plain data and pure functions: the definition of a service and its handlers take it alike.
 *
 * @typeParam Events name of an event → what it holds
 */
export interface Aggregate<Name extends string, State, Events> {
  readonly name: Name;
  /** Events after which the state is stored too, so that no change reads more of them than this. */
  readonly snapshotEvery: number;
  /** Raised with every change of `State` or of what `apply` and `upcast` make: snapshots of another version are not read. */
  readonly stateVersion: number;
  readonly initial: State;
  readonly events: { readonly [Type in keyof Events & string]: EventKind<State, Events[Type]> };
}

/** An event that happened: `{ type: "Booked", data: { cents: 100 } }`. */
export type EventOf<Events> = {
  readonly [Type in keyof Events & string]: { readonly type: Type; readonly data: Events[Type] };
}[keyof Events & string];

/** An event as it was stored, in the version of its time. */
export interface StoredEvent {
  readonly type: string;
  readonly eventVersion: number;
  readonly data: Data;
}

/** What is wrong with an aggregate that its type cannot say, as sentences. */
export function problemsOf<State, Events>(aggregate: Aggregate<string, State, Events>): readonly string[] {
  const { snapshotEvery, stateVersion } = aggregate;
  const kinds = Object.entries<EventKind<State, never>>(aggregate.events);
  return [
    ...(isCount(snapshotEvery) ? [] : [`snapshotEvery is ${snapshotEvery}: a change would read every event there is`]),
    ...(isCount(stateVersion) ? [] : [`stateVersion is ${stateVersion}, not 1 or more`]),
    ...kinds.flatMap(([type, { version, upcast = {} }]) => {
      if (!isCount(version)) return [`${type} has version ${version}, not 1 or more`];
      const older = Array.from({ length: version - 1 }, (_, at) => at + 1);
      const missing = older.filter((each) => upcast[each] === undefined);
      return missing.map((each) => `${type} has version ${version}, and nothing that makes it of version ${each}`);
    }),
  ];
}

/** What events make of a state, oldest first. @throws Error for one that this code does not know: it is of a newer version than it */
export function replayed<State, Events>(
  aggregate: Aggregate<string, State, Events>,
  from: State,
  events: readonly StoredEvent[],
): State {
  const kinds: Readonly<Record<string, EventKind<State, never>>> = aggregate.events;
  return events.reduce((state, event) => {
    const kind = kinds[event.type];
    if (kind === undefined) throw new Error(`${aggregate.name} has no event ${event.type}`);
    return kind.apply(state, upcasted(event, kind) as never);
  }, from);
}

function upcasted<State>({ type, eventVersion, data }: StoredEvent, kind: EventKind<State, never>): Data {
  if (eventVersion > kind.version) throw new Error(`${type} of version ${eventVersion} is newer than this code`);
  let held = data;
  for (let version = eventVersion; version < kind.version; version++) {
    const next = kind.upcast?.[version];
    if (next === undefined) throw new Error(`${type} cannot be read in version ${version}`);
    held = next(held);
  }
  return held;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 1;
}
