import { type Rebuild, rebuildPage, type TaskHandle } from "../../../../../workloads/runtime";
import { views } from "../order";
import type { cqrs } from "../service";

export const rebuildViews: TaskHandle<typeof cqrs, "rebuildViews", Rebuild, unknown> = (state, { tables }) =>
  rebuildPage(views, tables.orders, tables, state);
