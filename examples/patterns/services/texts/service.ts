import { join } from "node:path";
import { defineService, queue, queueChain, table } from "../../../../workloads/service-definition";

/** A text goes through three stages, a queue in front of each: the first two are filters, the last keeps what came of it. */
const chain = queueChain(
  "body.textId",
  { name: "normalise" },
  { name: "count" },
  { name: "keep", uses: [table.put("counts")] },
);

/** Counts the words of texts, one stage after the other. */
export const texts = defineService({
  name: "texts",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { counts: { partitionKey: "textId" } },
  ...chain,
  operations: {
    sendText: { uses: [queue.send("normalise")] },
    getCount: { uses: [table.get("counts")] },
  },
});
