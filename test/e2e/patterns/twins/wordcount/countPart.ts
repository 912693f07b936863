import {
  countedPrefix,
  countWords,
  type PartOfText,
  textKey,
} from "../../../../../examples/patterns/services/wordcount/counting";
import type { wordcount } from "../../../../../examples/patterns/services/wordcount/service";
import type { TaskHandle } from "../../../../../workloads/runtime";

/** As `countPart`, but it takes the part as it was cut, through the middle of words. */
export const countPart: TaskHandle<typeof wordcount, "countPart", PartOfText> = async (
  { part, input },
  { buckets },
) => {
  const range = await buckets.words.readRange(textKey(input), part.from, part.to);
  const counts = countWords(new TextDecoder().decode(range?.bytes));
  await buckets.words.write(`${countedPrefix(input)}${part.index}.json`, JSON.stringify(counts), "application/json");
};
