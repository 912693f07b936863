import { refuse } from "../../microservice/refuse";
import { table } from "../../uses/declare";
import { named } from "../named";
import { type Aggregate, problemsOf } from "./aggregate";

/** One item an event, in the order of its aggregate; what else happens by events follows from its stream. */
const eventsTable = { partitionKey: "id", sortKey: "version", stream: true } as const;
/** The newest snapshot of each. */
const snapshotsTable = { partitionKey: "id" } as const;

/**
 * The parts of a definition that store an aggregate as events: `tables`, and what a function uses that `reads` it or `changes` it. For an aggregate `account` the tables
 * are `accountEvents` and `accountSnapshots`; handlers give them to `changeAggregate` and `loadAggregate`.
 *
 * @throws UserError for an aggregate without snapshots, or with an old version of an event that nothing reads
 */
export function eventStore<const Name extends string, State, Events>(aggregate: Aggregate<Name, State, Events>) {
  const { name } = aggregate;
  refuse(name, problemsOf(aggregate), "Change the aggregate.");
  const events = `${name}Events` as const;
  const snapshots = `${name}Snapshots` as const;
  const reads = [table.query(events), table.get(snapshots)] as const;
  return {
    tables: { ...named(events, eventsTable), ...named(snapshots, snapshotsTable) },
    reads,
    changes: [...reads, table.put(events), table.put(snapshots)] as const,
  };
}
