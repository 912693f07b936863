import type { OperationHandle } from "../../../../../workloads/runtime";
import { type Parts, take } from "../report";
import type { bulkhead } from "../service";

export const submitPremium: OperationHandle<typeof bulkhead, "submitPremium", Parts> = (request, { queues }) =>
  take(queues.premium, request);
