import { join } from "node:path";
import type { Events } from "../../../events/types";
import { bus, defineService, subscription, table, typedBy } from "../../service-definition";

/** Takes what was bought from the stock, ships it, and says so. */
export const fulfilment = defineService({
  name: "fulfilment",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    shipments: { partitionKey: "orderId" },
    stock: { partitionKey: "sku" },
  },
  events: {
    types: typedBy<Events>(),
    publishes: ["StockReserved.v1", "OrderShipped.v1"],
    subscribes: { reserveStock: ["orders/OrderPurchased.v1"] },
  },
  operations: {
    getShipment: { uses: [table.get("shipments")] },
    countStock: { uses: [table.put("stock")] },
    getStock: { uses: [table.get("stock")] },
  },
  consumers: {
    reserveStock: {
      from: subscription("reserveStock"),
      uses: [table.put("shipments"), table.get("shipments"), table.update("stock"), bus.publish()],
    },
  },
});
