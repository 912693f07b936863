import { join } from "node:path";
import type { Events } from "../../../events/types";
import { defineService, email, subscription, table, typedBy } from "../../service-definition";

/** Mails customers what they bought. */
export const notifications = defineService({
  name: "notifications",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    receipts: { partitionKey: "orderId" },
  },
  email: { from: "receipts" },
  events: {
    types: typedBy<Events>(),
    subscribes: { purchases: ["orders/OrderPurchased.v1"] },
  },
  operations: {
    getReceipt: { uses: [table.get("receipts")] },
  },
  consumers: {
    sendReceipt: {
      from: subscription("purchases"),
      uses: [table.get("receipts"), table.update("receipts"), email.send()],
    },
  },
});
