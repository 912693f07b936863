import { join } from "node:path";
import { defineService, table } from "../../service-definition";

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
  },
  operations: {
    createPayment: { uses: [table.put("payments"), table.get("payments")] },
    getPayment: { uses: [table.get("payments")] },
    listPayments: { uses: [table.query("payments")] },
  },
});
