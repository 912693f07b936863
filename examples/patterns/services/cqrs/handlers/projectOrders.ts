import { type ConsumerHandle, project } from "../../../../../workloads/runtime";
import { type Order, views } from "../order";
import type { cqrs } from "../service";

export const projectOrders: ConsumerHandle<typeof cqrs, "projectOrders", Order> = (change, { tables }) =>
  project(views, change, tables);
