import type { OperationHandle } from "../../../../../workloads/runtime";
import { type Parts, take } from "../report";
import type { bulkhead } from "../service";

export const submitStandard: OperationHandle<typeof bulkhead, "submitStandard", Parts> = (request, { queues }) =>
  take(queues.standard, request);
