import { join } from "node:path";
import { defineService, storageFirst, table } from "../../../../workloads/service-definition";

const readings = storageFirst({
  operation: "receiveReading",
  consumer: "recordReading",
  key: "body.readingId",
  uses: [table.put("readings")],
});

/** Readings of meters: they are stored before anybody works on them, and for comparison by a function that does the work itself. */
export const storedFirst = defineService({
  name: "storage-first",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { readings: { partitionKey: "readingId" } },
  operations: {
    recordAtOnce: { uses: [table.put("readings")] },
    getReading: { uses: [table.get("readings")] },
  },
  ...readings,
});
