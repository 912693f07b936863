import { join } from "node:path";
import { defineService, uses } from "../../service-definition";

export const payments = defineService({
  name: "payments",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    payments: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt" },
  },
  operations: {
    createPayment: { uses: [uses("payments", "PutItem", "GetItem")] },
    getPayment: { uses: [uses("payments", "GetItem")] },
    listPayments: { uses: [uses("payments", "Query")] },
  },
});
