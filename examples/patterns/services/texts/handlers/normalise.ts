import { type ConsumerHandle, filter } from "../../../../../workloads/runtime";
import type { texts } from "../service";
import { type Text, wordsOf } from "../text";

export const normalise: ConsumerHandle<typeof texts, "normalise", Text> = filter(wordsOf);
