import type { pictures } from "../../../../../examples/patterns/services/pictures/service";
import { type ConsumerHandle, observer } from "../../../../../workloads/runtime";

/** As `observe`, but for a pool that is as large as it is, however many jobs wait. */
export const observe: ConsumerHandle<typeof pictures, "observe"> = observer({ jobsPerWorker: 2, least: 1, most: 1 });
