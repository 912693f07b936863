import { type TaskHandle, wholeWords } from "../../../../../workloads/runtime";
import { countedPrefix, countWords, type PartOfText, textKey } from "../counting";
import type { wordcount } from "../service";

/** Counts one part. Done twice it writes the same object. */
export const countPart: TaskHandle<typeof wordcount, "countPart", PartOfText> = async (
  { part, input },
  { buckets },
) => {
  const read = async (from: number, to: number): Promise<Uint8Array> => {
    const range = await buckets.words.readRange(textKey(input), from, to);
    if (range === undefined) throw new Error(`${textKey(input)} is gone`);
    return range.bytes;
  };
  const counts = countWords(await wholeWords(read, part));
  await buckets.words.write(`${countedPrefix(input)}${part.index}.json`, JSON.stringify(counts), "application/json");
};
