import { partsOf, Refusal, type TaskHandle } from "../../../../../workloads/runtime";
import { type Counting, manifestKey, partBytes, textKey } from "../counting";
import type { wordcount } from "../service";

/** Writes the list of the text's parts. @returns its key */
export const splitText: TaskHandle<typeof wordcount, "splitText", Counting, string> = async (counting, { buckets }) => {
  const beginning = await buckets.words.readRange(textKey(counting), 0, 1);
  if (beginning === undefined) throw new Refusal("NoSuchText", `There is no ${textKey(counting)}`);
  const key = manifestKey(counting);
  await buckets.words.write(key, JSON.stringify(partsOf(beginning.size, partBytes)), "application/json");
  return key;
};
