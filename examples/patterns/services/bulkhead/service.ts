import { join } from "node:path";
import { bulkhead as bulkheads, defineService, table } from "../../../../workloads/service-definition";

/** What no class of tenants can take from the other. */
const classes = bulkheads(
  { premium: { requests: 4, workers: 2 }, standard: { requests: 2, workers: 2 } },
  { key: "body.reportId", uses: [table.put("reports")] },
);

/** Makes reports, for tenants who pay for them and for those who do not. */
export const bulkhead = defineService({
  name: "bulkhead",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { reports: { partitionKey: "reportId" } },
  queues: classes.queues,
  operations: { ...classes.operations, getReport: { uses: [table.get("reports")] } },
  consumers: classes.consumers,
});
