import { join } from "node:path";
import { defineService, readModels, table } from "../../../../workloads/service-definition";

const views = readModels({
  from: "orders",
  into: {
    ordersByCustomer: { partitionKey: "customerId", sortKey: "orderId" },
    ordersByArticle: { partitionKey: "sku", sortKey: "orderId" },
  },
  projectedBy: "projectOrders",
  rebuiltBy: "rebuildViews",
});

/** Orders are written in one table and read from two others: docs/patterns/cqrs.md. */
export const cqrs = defineService({
  name: "cqrs",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { orders: { partitionKey: "orderId", stream: true }, ...views.tables },
  operations: {
    putOrder: { uses: [table.update("orders")] },
    listByCustomer: { uses: [table.query("ordersByCustomer")] },
    listByArticle: { uses: [table.query("ordersByArticle")] },
  },
  consumers: views.consumers,
  tasks: views.tasks,
  stateMachines: views.stateMachines,
});
