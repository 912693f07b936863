import { join } from "node:path";
import { defineService, uses } from "landfall/service";

export const notes = defineService({
  name: "notes",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    notes: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt" },
  },
  operations: {
    createNote: { uses: [uses("notes", "PutItem", "GetItem")] },
    getNote: { uses: [uses("notes", "GetItem")] },
    listNotes: { uses: [uses("notes", "Query")] },
  },
});
