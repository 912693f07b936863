import { join } from "node:path";
import { defineService, table } from "../../service-definition";

export const orders = defineService({
  name: "orders",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    orders: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt" },
  },
  operations: {
    createOrder: { uses: [table.put("orders"), table.get("orders")] },
    getOrder: { uses: [table.get("orders")] },
    listOrders: { uses: [table.query("orders")] },
  },
});
