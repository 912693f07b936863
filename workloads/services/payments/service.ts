import { join } from "node:path";
import type { Events } from "../../../events/types";
import { bus, defineService, outbox, subscription, table, typedBy } from "../../service-definition";

/** What taking a payment and giving it back have to read and write. */
const paying = [
  table.get("charges"),
  table.put("charges"),
  table.get("provider"),
  table.put("provider"),
  table.update("provider"),
] as const;

const told = outbox("outbox", { announcedBy: "announcePayment", publishing: bus.publish() });

export const payments = defineService({
  name: "payments",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  api: {
    kind: "rest",
    edgeValidation: true,
    cors: { origins: ["https://shop.acme.example"], maxAgeSeconds: 600 },
    throttle: { createPayment: { rate: 20, burst: 40 } },
  },
  tables: {
    payments: { partitionKey: "partition", sortKey: "id", expiresAt: "expiresAt" },
    charges: { partitionKey: "orderId" },
    // The payment provider is simulated: this is what it would know.
    provider: { partitionKey: "id" },
    ...told.tables,
  },
  events: {
    optional: true,
    types: typedBy<Events>(),
    publishes: ["PaymentTaken.v1", "PaymentRefused.v1", "PaymentRefunded.v1"],
    subscribes: {
      payForOrder: ["orders/OrderPlaced.v1"],
      refundOrder: ["fulfilment/StockShort.v1", "fulfilment/ShipmentFailed.v1"],
    },
  },
  operations: {
    createPayment: { uses: [table.put("payments"), table.get("payments")] },
    getPayment: { uses: [table.get("payments")] },
    listPayments: { uses: [table.query("payments")] },
    setBalance: { uses: [table.put("provider")] },
    getBalance: { uses: [table.get("provider")] },
  },
  consumers: {
    payForOrder: {
      from: subscription("payForOrder"),
      uses: [...paying, told.tells],
    },
    refundOrder: {
      from: subscription("refundOrder"),
      uses: [...paying, told.tells],
    },
    ...told.consumers,
  },
  offers: {
    takePayment: {
      to: ["orders"],
      uses: paying,
    },
    refundPayment: {
      to: ["orders"],
      uses: paying,
    },
  },
});
