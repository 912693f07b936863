import type { PoolSize } from "../../../../workloads/runtime";

/** One worker is always there, so that a single picture need not wait for the observer. */
export const size: PoolSize = { jobsPerWorker: 2, least: 1, most: 4 };
