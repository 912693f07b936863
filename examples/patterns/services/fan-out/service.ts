import { join } from "node:path";
import { defineService, table, topic } from "../../../../workloads/service-definition";

/** What happens to an order is told once, and everybody whom it concerns does their part by themselves. */
export const fanOut = defineService({
  name: "fan-out",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { done: { partitionKey: "part", sortKey: "orderId" } },
  topics: { happenings: { attributes: { kind: ["placed", "cancelled"], total: "number" } } },
  operations: {
    tellHappening: { uses: [topic.publish("happenings")] },
    listDone: { uses: [table.query("done")] },
  },
  consumers: {
    billOrder: {
      from: topic("happenings", { kind: ["placed"] }),
      key: "body.orderId",
      uses: [table.put("done")],
    },
    refundOrder: {
      from: topic("happenings", { kind: ["cancelled"] }),
      key: "body.orderId",
      uses: [table.put("done")],
    },
    screenOrder: {
      from: topic("happenings", { kind: ["placed"], total: [{ numeric: [">=", 1000] }] }),
      key: "body.orderId",
      uses: [table.put("done")],
    },
    keepOrder: { from: topic("happenings"), key: "[body.orderId, body.kind]", uses: [table.put("done")] },
  },
});
