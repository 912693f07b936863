import { join } from "node:path";
import { defineService, outbox, queue, table } from "../../../../workloads/service-definition";

const told = outbox("outbox", { announcedBy: "announce", publishing: queue.send("greetings") });

/** Greets who signs up, once, whenever a function ends: docs/patterns/transactional-outbox.md. */
export const transactionalOutbox = defineService({
  name: "transactional-outbox",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { signups: { partitionKey: "signupId" }, greeted: { partitionKey: "eventId" }, ...told.tables },
  queues: { greetings: {} },
  operations: {
    signUp: { uses: [table.put("signups"), told.tells] },
    getGreetings: { uses: [table.get("signups")] },
  },
  consumers: {
    ...told.consumers,
    greet: {
      from: queue("greetings"),
      key: "body.id",
      uses: [table.put("greeted"), table.update("signups")],
    },
  },
});
