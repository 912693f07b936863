import { join } from "node:path";
import { defineService, uses } from "../../service-definition";

export const orders = defineService({
  name: "orders",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    orders: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt" },
  },
  operations: {
    createOrder: { uses: [uses("orders", "PutItem", "GetItem")] },
    getOrder: { uses: [uses("orders", "GetItem")] },
    listOrders: { uses: [uses("orders", "Query")] },
  },
});
