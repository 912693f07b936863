import type { Draft } from "../draft/draft";
import type { Problem } from "../problem/problem";

/** One rule across the files of a zone. Looks only at what has the right shape; silent about what has not. */
export type Check = (draft: Draft) => readonly Problem[];
