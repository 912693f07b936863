import { join } from "node:path";
import { defineService, jobObserver, queue, table } from "../../../../workloads/service-definition";

/** As many workers draw as there are pictures that wait. */
const pool = jobObserver({ uses: [table.put("pictures")], maxReceives: 3 });

/** Draws pictures, each of which takes a while. */
export const pictures = defineService({
  name: "pictures",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  ...pool,
  tables: { ...pool.tables, pictures: { partitionKey: "pictureId" } },
  operations: {
    askPicture: { uses: [queue.send("jobs")] },
    getPicture: { uses: [table.get("pictures")] },
  },
});
