import type { ConsumerHandle } from "../../../../../workloads/runtime";
import { type Asked, make } from "../report";
import type { bulkhead } from "../service";

export const workPremium: ConsumerHandle<typeof bulkhead, "workPremium", Asked> = ({ body }, { tables }) =>
  make(tables.reports, body);
