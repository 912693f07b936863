import { join } from "node:path";
import { defineService, table } from "landfall/service";

export const notes = defineService({
  name: "notes",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    notes: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt" },
  },
  operations: {
    createNote: { uses: [table.put("notes"), table.get("notes")] },
    getNote: { uses: [table.get("notes")] },
    listNotes: { uses: [table.query("notes")] },
  },
});
