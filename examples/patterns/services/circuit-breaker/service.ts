import { join } from "node:path";
import { breakers, defineService, table } from "../../../../workloads/service-definition";

/** Books parcels with a carrier, whose API is down now and then. */
export const circuitBreaker = defineService({
  name: "circuit-breaker",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    ...breakers.tables,
    // The carrier is simulated: this is what it would know.
    carrier: { partitionKey: "parcelId" },
  },
  queues: breakers.queues,
  operations: {
    bookParcel: { uses: [table.update("carrier"), ...breakers.calls, ...breakers.parks] },
    getParcel: { uses: [table.query("carrier"), ...breakers.calls] },
  },
  consumers: {
    bookLater: { from: breakers.from, key: breakers.key, uses: [table.update("carrier"), ...breakers.replays] },
  },
});
