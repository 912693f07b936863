import { join } from "node:path";
import { defineService, strangling, table } from "../../../../workloads/service-definition";

/** Prices, which move from a table that knows cents to one that knows currencies. */
export const strangler = defineService({
  name: "strangler",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {
    ...strangling.tables,
    legacy: { partitionKey: "sku" },
    modern: { partitionKey: "sku" },
  },
  operations: {
    getPrice: { uses: [table.get("legacy"), table.get("modern"), ...strangling.uses] },
    putPrice: { uses: [table.put("legacy"), table.put("modern"), ...strangling.uses] },
  },
});
