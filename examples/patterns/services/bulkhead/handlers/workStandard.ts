import type { ConsumerHandle } from "../../../../../workloads/runtime";
import { type Asked, make } from "../report";
import type { bulkhead } from "../service";

export const workStandard: ConsumerHandle<typeof bulkhead, "workStandard", Asked> = ({ body }, { tables }) =>
  make(tables.reports, body);
