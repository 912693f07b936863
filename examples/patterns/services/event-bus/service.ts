import { join } from "node:path";
import { bus, defineService, typedBy } from "../../../../workloads/service-definition";
import type { Events } from "../../events/types";

/** Posts notices, and tells whoever wants to hear of them. */
export const noticeBoard = defineService({
  name: "event-bus",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: {},
  events: { types: typedBy<Events>(), publishes: ["NoticePosted.v1"] },
  operations: { postNotice: { uses: [bus.publish("NoticePosted.v1")] } },
});
