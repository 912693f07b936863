import { join } from "node:path";
import type { Events } from "../../../events/types";
import { bus, defineService, outbox, subscription, table, typedBy } from "../../service-definition";

const told = outbox("outbox", { announcedBy: "announceFulfilment", publishing: bus.publish() });

/** Takes what was bought from the stock, ships it, and says so. */
export const fulfilment = defineService({
  name: "fulfilment",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    shipments: { partitionKey: "orderId" },
    stock: { partitionKey: "sku" },
    reservations: { partitionKey: "orderId" },
    ...told.tables,
  },
  events: {
    types: typedBy<Events>(),
    publishes: ["StockReserved.v1", "OrderShipped.v1", "StockShort.v1", "ShipmentFailed.v1"],
    subscribes: {
      reserveStock: ["orders/OrderPurchased.v1"],
      reserveForOrder: ["payments/PaymentTaken.v1"],
      shipOrder: ["fulfilment/StockReserved.v1"],
      releaseForOrder: ["fulfilment/ShipmentFailed.v1"],
    },
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
    reserveForOrder: {
      from: subscription("reserveForOrder"),
      uses: [table.get("reservations"), table.put("reservations"), table.update("stock"), told.tells],
    },
    shipOrder: {
      from: subscription("shipOrder"),
      uses: [table.get("reservations"), table.put("reservations"), table.put("shipments"), told.tells],
    },
    releaseForOrder: {
      from: subscription("releaseForOrder"),
      uses: [table.get("reservations"), table.put("reservations"), table.update("stock")],
    },
    ...told.consumers,
  },
  offers: {
    reserveInventory: {
      to: ["orders"],
      uses: [table.get("reservations"), table.put("reservations"), table.update("stock")],
    },
    releaseInventory: {
      to: ["orders"],
      uses: [table.get("reservations"), table.put("reservations"), table.update("stock")],
    },
    createShipment: {
      to: ["orders"],
      uses: [table.get("reservations"), table.put("reservations"), table.put("shipments")],
    },
    cancelShipment: {
      to: ["orders"],
      uses: [table.get("reservations"), table.put("reservations"), table.delete("shipments")],
    },
  },
});
