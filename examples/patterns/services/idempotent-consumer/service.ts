import { join } from "node:path";
import { defineService, table } from "../../../../workloads/service-definition";

/** Takes money from accounts, once a key, however often it is asked. */
export const payOnce = defineService({
  name: "idempotent-consumer",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    payments: { partitionKey: "paymentId" },
    accounts: { partitionKey: "account" },
  },
  operations: {
    pay: {
      key: 'header."idempotency-key"',
      uses: [table.put("payments"), table.get("payments"), table.update("accounts")],
    },
    getAccount: { uses: [table.get("accounts")] },
  },
});
