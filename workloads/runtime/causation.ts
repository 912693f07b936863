import { AsyncLocalStorage } from "node:async_hooks";

const current = new AsyncLocalStorage<string>();

/** Runs what follows from the event of this id. */
export function following<Result>(eventId: string, work: () => Result): Result {
  return current.run(eventId, work);
}

/** Id of the event that is being worked on; undefined where none is. */
export function causedBy(): string | undefined {
  return current.getStore();
}
