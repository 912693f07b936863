import { join } from "node:path";
import { bucket, defineService, mapReduce, stateMachine, table } from "../../../../workloads/service-definition";

/** Counts the words of a text in the bucket, its parts at once. */
export const wordcount = defineService({
  name: "wordcount",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { counts: { partitionKey: "countId" } },
  buckets: { words: { expireAfterDays: 30 } },
  operations: {
    startCount: { uses: [stateMachine.start("count")] },
    getCount: { uses: [table.get("counts")] },
  },
  tasks: {
    splitText: { uses: [bucket.read("words"), bucket.list("words"), bucket.write("words")] },
    countPart: { uses: [bucket.read("words"), bucket.write("words")] },
    addUp: { uses: [bucket.read("words"), bucket.list("words"), bucket.write("words"), table.put("counts")] },
  },
  stateMachines: {
    count: mapReduce({ bucket: "words", split: "splitText", map: "countPart", reduce: "addUp", concurrency: 4 }),
  },
});
