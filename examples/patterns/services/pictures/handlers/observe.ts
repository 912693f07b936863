import { type ConsumerHandle, observer } from "../../../../../workloads/runtime";
import { size } from "../pool";
import type { pictures } from "../service";

export const observe: ConsumerHandle<typeof pictures, "observe"> = observer(size);
