import { type ConsumerHandle, filter } from "../../../../../workloads/runtime";
import type { texts } from "../service";
import { countOf, type Words } from "../text";

export const count: ConsumerHandle<typeof texts, "count", Words> = filter(countOf);
