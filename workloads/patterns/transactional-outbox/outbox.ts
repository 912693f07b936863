import { stream, table } from "../../uses/declare";
import type { AnyUse } from "../../uses/use";
import { named } from "../named";

/** As `tellBy` writes it: what was published is deleted after some days. */
const outboxTable = { partitionKey: "id", expiresAt: "expiresAt", stream: true } as const;

/**
 * The parts of a definition that publish what a transaction stored, as often as it takes: a table, and the consumer of its stream. Handlers store by `tellBy` what they have to tell, in the transaction of what it tells of
 * (`tells` is what they use for it); the consumer's publishes it.
 *
 * @param announcedBy name of the consumer, and of its handler
 * @param publishing what that handler publishes by: `bus.publish("OrderPlaced.v1")`, or `queue.send("greetings")`
 */
export function outbox<const Name extends string, const Announcer extends string, const Publishing extends AnyUse>(
  name: Name,
  { announcedBy, publishing }: { readonly announcedBy: Announcer; readonly publishing: Publishing },
) {
  return {
    tables: named(name, outboxTable),
    consumers: named(announcedBy, {
      from: stream(name, "INSERT"),
      key: "after.id" as const,
      uses: [publishing] as const,
    }),
    tells: table.put(name),
  };
}
