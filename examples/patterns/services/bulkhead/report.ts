import { setTimeout as sleep } from "node:timers/promises";
import type { QueueAccess, Reply, TableAccess } from "../../../../workloads/runtime";

export interface Asked {
  readonly reportId: string;
  /** How long it takes to make. */
  readonly milliseconds: number;
  readonly askedAt: string;
}

export interface Parts {
  readonly path: { readonly reportId: string };
  readonly body: { readonly milliseconds: number };
}

/** Takes a report on, in the queue of its class. */
export async function take(queue: QueueAccess<"SendMessage">, { path, body }: Parts): Promise<Reply> {
  const asked: Asked = { ...path, ...body, askedAt: new Date().toISOString() };
  await queue.send(asked);
  return { status: 202, body: asked };
}

/** Makes a report. */
export async function make(table: TableAccess<"PutItem">, asked: Asked): Promise<void> {
  await sleep(asked.milliseconds);
  await table.put({ Item: { ...asked, doneAt: new Date().toISOString() } });
}
