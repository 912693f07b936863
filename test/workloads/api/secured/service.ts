import { join } from "node:path";
import { defineService, table } from "../../../../workloads/service-definition";

/** A service whose tokens are looked up in a table, by a function that may do that and nothing else. */
export const notes = defineService({
  name: "notes",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { notes: { partitionKey: "id" }, tokens: { partitionKey: "token" } },
  api: { authorizers: { partner: { ttlSeconds: 60, uses: [table.get("tokens")] } } },
  operations: { getNote: { uses: [table.get("notes")] } },
});
