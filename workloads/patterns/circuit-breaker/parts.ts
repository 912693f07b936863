import { queue, table } from "../../uses/declare";

/**
 * What a service with circuit breakers has beside its own: a table with one item a dependency, and a queue for calls that wait. Its functions say
 * `...breakers.calls`, those that park `...breakers.parks` as well, and the consumer of the queue `...breakers.replays`.
 */
export const breakers = {
  tables: { breakers: { partitionKey: "dependency" } },
  queues: { parked: {} },
  calls: [table.get("breakers"), table.put("breakers")],
  parks: [queue.send("parked")],
  replays: [table.get("breakers"), table.put("breakers"), queue.send("parked"), queue.park("parked")],
  /** Of the consumer: each message is worked on once, and a call that is parked again is another message. */
  from: queue("parked"),
  key: "body.message",
} as const;
