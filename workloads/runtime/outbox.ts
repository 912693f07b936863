import type { WritePart } from "./access/table";
import { causedBy } from "./causation";

/** An event that is to be published, stored in the transaction of what it tells of. */
export type OutboxItem<Event> = Event & {
  readonly id: string;
  readonly causationId?: string;
  /** Epoch seconds: the stream has taken it long before. */
  readonly expiresAt: number;
};

/** The writes that tell others of an outcome, in its transaction; none where nobody is to be told. */
export type Tell<Event> = (event: Event & { readonly id: string }) => readonly WritePart[];

export const tellNobody = (): readonly WritePart[] => [];

const keptSeconds = 7 * 24 * 3600;

/** Stores events in an outbox: a table with a stream, whose consumer publishes them under their ids, as often as it takes. */
export function tellBy(outbox: {
  readonly putting: (input: { readonly Item: Record<string, unknown> }) => WritePart;
}): <Event extends { readonly id: string }>(event: Event) => readonly WritePart[] {
  return (event) => {
    const expiresAt = Math.floor(Date.now() / 1000) + keptSeconds;
    return [outbox.putting({ Item: { ...event, ...causation(), expiresAt } })];
  };
}

function causation(): { readonly causationId?: string } {
  const causationId = causedBy();
  return causationId === undefined ? {} : { causationId };
}

/** The handler of an outbox's consumer: publishes what was stored, under its id, so that it is one event however often it is published. */
export function announceBy<Item, Access>(
  publish: (item: Item, access: Access) => Promise<unknown>,
): (change: { readonly after: Item | undefined }, access: Access) => Promise<void> {
  return async ({ after }, access) => {
    if (after !== undefined) await publish(after, access);
  };
}
