import { randomUUID } from "node:crypto";
import { type Outgoing, publishAll } from "../../events/runtime/publish";
import type { Send } from "../../events/runtime/put-events";
import type { DetailValidator } from "../../events/runtime/validators";
import type { EventMetadata } from "../../events/schemas/detail-schema";
import { causedBy } from "../causation";
import { correlationId } from "../correlation";

/** Any of the events, as it is published. @typeParam Events `OrderPurchased.v1` → its data */
export type AnyOutgoing<Events> = {
  readonly [Name in keyof Events & string]: Outgoing<Name, Events[Name]>;
}[keyof Events & string];

/** The central bus as far as a handler publishes on it. @typeParam Events those it may: `OrderPurchased.v1` → its data */
export interface BusAccess<Events> {
  /**
   * Puts events on the bus, under the correlation id of what is being worked on, as caused by it. Nothing is sent unless all conform to their schemas.
   *
   * @returns what each event says of itself
   * @throws Error when an event does not conform; PublishError when some were not taken after all attempts
   */
  publish(...events: readonly AnyOutgoing<Events>[]): Promise<readonly EventMetadata[]>;
}

/** What a handler that publishes is given. @param validators of the events it may publish */
export function publishing<Events>(
  service: string,
  validators: Readonly<Record<string, DetailValidator>>,
  send?: Send,
): BusAccess<Events> {
  return {
    publish: (...events) => {
      const correlation = correlationId() ?? randomUUID();
      const cause = { correlationId: correlation, id: causedBy() ?? correlation };
      return publishAll({ service, validators, ...(send ? { send } : {}) }, cause, events);
    },
  };
}
