import { join } from "node:path";
import { defineService, eventStore } from "../../../../workloads/service-definition";
import { account } from "./account";

const accounts = eventStore(account);

/** Books entries of accounts, and stores nothing else: docs/patterns/event-sourcing.md. */
export const eventSourcing = defineService({
  name: "event-sourcing",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: accounts.tables,
  operations: {
    bookEntry: { uses: accounts.changes },
    getAccount: { uses: accounts.reads },
  },
});
