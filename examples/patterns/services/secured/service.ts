import { join } from "node:path";
import { bearerTokens, defineService, table } from "../../../../workloads/service-definition";

const tokens = bearerTokens("partner");

/** A journal: people write in it by a token of Cognito, partners read by one of the service's own. */
export const secured = defineService({
  name: "secured",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { ...tokens.tables, entries: { partitionKey: "entryId" } },
  userPools: {
    people: {
      scopes: { read: "Read entries", write: "Write entries" },
      clients: { desk: { scopes: ["read", "write"] } },
    },
  },
  api: { authorizers: { people: { userPool: "people" }, ...tokens.authorizers } },
  operations: {
    putEntry: { uses: [table.put("entries")] },
    getEntry: { uses: [table.get("entries")] },
  },
});
