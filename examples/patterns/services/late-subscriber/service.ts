import { join } from "node:path";
import { defineService, subscription, table, typedBy } from "../../../../workloads/service-definition";
import type { Events } from "../../events/types";

/** Keeps the notices it hears of; what was told before it was there comes from the archive. */
export const lateSubscriber = defineService({
  name: "late-subscriber",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { notices: { partitionKey: "noticeId" } },
  events: { types: typedBy<Events>(), subscribes: { notices: ["event-bus/NoticePosted.v1"] } },
  operations: { getNotice: { uses: [table.get("notices")] } },
  consumers: { keepNotice: { from: subscription("notices"), uses: [table.put("notices")] } },
});
