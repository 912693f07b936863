import { join } from "node:path";
import { defineService, queue, stream, table } from "../../service-definition";

export const orders = defineService({
  name: "orders",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    orders: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt", stream: true },
  },
  queues: {
    confirmations: {},
  },
  operations: {
    createOrder: { uses: [table.put("orders"), table.get("orders")] },
    getOrder: { uses: [table.get("orders")] },
    listOrders: { uses: [table.query("orders")] },
  },
  consumers: {
    requestConfirmation: { from: stream("orders", "INSERT"), key: "id", uses: [queue.send("confirmations")] },
    confirmOrder: { from: queue("confirmations"), key: "body.orderId", uses: [table.update("orders")] },
  },
});
