import { join } from "node:path";
import { dataStream, defineService, windowedCounts } from "../../../../workloads/service-definition";

/** Counts votes by the minute in which they were given, and keeps all of them. */
export const streamAnalytics = defineService({
  name: "stream-analytics",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: windowedCounts.tables,
  dataStreams: { votes: { shards: 2 } },
  deliveryStreams: { ballots: { from: "votes", columns: { id: "string", choice: "string", at: "string" } } },
  operations: {
    castVotes: { uses: [dataStream.put("votes")] },
    getTotals: { uses: windowedCounts.reading },
  },
  consumers: {
    countVotes: { from: dataStream("votes"), uses: windowedCounts.counting },
  },
});
