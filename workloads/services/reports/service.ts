import { join } from "node:path";
import type { Events } from "../../../events/types";
import { defineService, deliveryStream, subscription, table, typedBy } from "../../service-definition";

/** Keeps what happened in the shop, a line each event, for Athena and for those who want to see a day. */
export const reports = defineService({
  name: "reports",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    lines: { partitionKey: "day", sortKey: "event_id", expiresAt: "expires_at" },
  },
  deliveryStreams: {
    lines: {
      columns: {
        event_id: "string",
        event: "string",
        time: "string",
        order_id: "string",
        customer_id: "string",
        currency: "string",
        total: "bigint",
        items: "int",
      },
    },
  },
  events: {
    types: typedBy<Events>(),
    subscribes: { happenings: ["orders/OrderPurchased.v1", "fulfilment/OrderShipped.v1"] },
  },
  operations: {
    listLines: { uses: [table.query("lines")] },
  },
  consumers: {
    writeLine: {
      from: subscription("happenings"),
      uses: [table.get("lines"), table.put("lines"), deliveryStream.put("lines")],
    },
  },
});
