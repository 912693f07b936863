import type { TaskHandle } from "../../../../../workloads/runtime";
import { addCounts, type Count, countedPrefix, type Counting, type Counts, resultKey } from "../counting";
import type { wordcount } from "../service";

/** One count of all parts' counts. */
export const addUp: TaskHandle<typeof wordcount, "addUp", Counting> = async (counting, { buckets, tables }) => {
  const all: Counts[] = [];
  let keys: readonly string[] = await buckets.words.list(countedPrefix(counting));
  while (keys.length > 0) {
    for (const key of keys) {
      const bytes = await buckets.words.read(key);
      if (bytes === undefined) throw new Error(`${key} is gone`);
      all.push(JSON.parse(new TextDecoder().decode(bytes)) as Counts);
    }
    keys = await buckets.words.list(countedPrefix(counting), keys.at(-1));
  }
  const words = [...addCounts(all)].sort(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1));
  await buckets.words.write(resultKey(counting), JSON.stringify(Object.fromEntries(words)), "application/json");
  const Item: Count = {
    countId: counting.countId,
    parts: all.length,
    total: words.reduce((sum, [, count]) => sum + count, 0),
    distinct: words.length,
    most: words.slice(0, 20).map(([word, count]) => ({ word, count })),
  };
  await tables.counts.put({ Item: { ...Item } });
};
