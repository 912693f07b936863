import { join } from "node:path";
import { defineService } from "../../../../workloads/service-definition";

/** A service that makes the tokens it wants: for people on its page, and for a program that signs in for itself. */
export const club = defineService({
  name: "club",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {},
  userPools: {
    members: {
      scopes: { read: "See members", write: "Change members" },
      clients: {
        page: { scopes: ["read"], callbackUrls: ["https://club.example/signed-in"] },
        cashier: { scopes: ["read", "write"] },
      },
    },
  },
  api: { authorizers: { people: { userPool: "members" } } },
  operations: { getMember: { uses: [] } },
});
