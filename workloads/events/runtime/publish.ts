import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { timeouts } from "../../timeouts";
import type { EventMetadata } from "../schemas/detail-schema";
import { eventBusVariable } from "./event-bus-variable";
import { putAll, type Send } from "./put-events";
import { invalidDetail } from "./validators";

/** What an event follows from: a request, or another event, whose metadata serves. */
export interface Cause {
  readonly correlationId: string;
  /** Id of the request or event itself; the correlation id where there is none. */
  readonly id?: string;
}

/** An event to publish. `id` makes it the same event when it is published again, as from an outbox. */
export interface Outgoing<Name extends string = string, Data = unknown> {
  readonly event: Name;
  readonly data: Data;
  readonly id?: string;
  /** When it happened; now by default. */
  readonly time?: Date;
}

/** Own events of a source among all: `OrderPurchased.v1` → its data. */
export type OwnEvents<Events, Source extends string> = {
  readonly [Name in keyof Events as Name extends `${Source}/${infer Local}` ? Local : never]: Events[Name];
};

type AnyOutgoing<Own> = { readonly [Name in keyof Own & string]: Outgoing<Name, Own[Name]> }[keyof Own & string];

/** What EventBridge hands to consumers. */
export interface Received<Data = unknown> {
  readonly id: string;
  readonly source: string;
  readonly "detail-type": string;
  readonly account: string;
  readonly time: string;
  readonly detail: { readonly metadata: EventMetadata; readonly data: Data };
}

/**
 * The function by which a service publishes: `const publish = publisher<Events, "orders">("orders")`. Nothing is sent unless all events conform
 * to their schemas.
 * @throws Error when an event does not conform; PublishError when some were not taken after all attempts
 */
export function publisher<Events, Source extends string>(
  source: Source,
  send: Send = sendToCentralBus,
): (cause: Cause, ...events: readonly AnyOutgoing<OwnEvents<Events, Source>>[]) => Promise<readonly EventMetadata[]> {
  return async (cause, ...events) => {
    const prepared = events.map((each: Outgoing) => prepare(source, cause, each));
    const clock = { sleep, random: Math.random };
    await putAll(
      prepared.map(({ entry }) => entry),
      send,
      clock,
    );
    return prepared.map(({ metadata }) => metadata);
  };
}

function prepare(
  source: string,
  { correlationId, id: causationId = correlationId }: Cause,
  { event, data, id = randomUUID(), time = new Date() }: Outgoing,
): { readonly entry: PutEventsRequestEntry; readonly metadata: EventMetadata } {
  const [, detailType = "", version = ""] = /^(.*)\.v(\d+)$/.exec(event) ?? [];
  const metadata = { id, correlationId, causationId, time: time.toISOString(), version: Number(version) };
  const detail = { metadata, data };
  const problems = invalidDetail(event, detail);
  if (problems.length > 0) throw new Error(`${event} does not conform to its schema: ${problems.join("; ")}`);
  return { metadata, entry: { Source: source, DetailType: detailType, Detail: JSON.stringify(detail), Time: time } };
}

let client: EventBridgeClient | undefined;

/** Each attempt is over long before the function is; the SDK itself makes a second where the bus cannot be reached. */
async function sendToCentralBus(entries: readonly PutEventsRequestEntry[]): ReturnType<Send> {
  const bus = process.env[eventBusVariable];
  if (bus === undefined) throw new Error("the operation does not declare that it publishes events");
  client ??= new EventBridgeClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1000, requestTimeout: timeouts.sdkRequestMilliseconds },
  });
  const { Entries: results = [] } = await client.send(
    new PutEventsCommand({ Entries: entries.map((entry) => ({ ...entry, EventBusName: bus })) }),
  );
  return results;
}
