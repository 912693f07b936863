import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { PutEventsCommand, type PutEventsRequestEntry } from "@aws-sdk/client-eventbridge";
import { eventBridge } from "../../runtime/clients/event-bridge";
import { fromEnvironment } from "../../runtime/clients/settings";
import type { EventMetadata } from "../schemas/detail-schema";
import { eventBusVariable } from "./event-bus-variable";
import { putAll, type Send } from "./put-events";
import { type DetailValidator, invalidDetail } from "./validators";

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
  /** Id of the event that it follows from, where that is not the one being worked on: what an outbox item says. */
  readonly causationId?: string;
  /** When it happened; now by default. */
  readonly time?: Date;
}

/** Who publishes, what it may, and by what means. */
interface Publisher {
  readonly service: string;
  readonly validators: Readonly<Record<string, DetailValidator>>;
  readonly send?: Send;
}

/**
 * Publishes events of a service. Nothing is sent unless all of them conform to their schemas.
 * @throws Error when an event does not conform; PublishError when some were not taken after all attempts
 */
export async function publishAll(
  publisher: Publisher,
  cause: Cause,
  events: readonly Outgoing[],
): Promise<readonly EventMetadata[]> {
  const prepared = events.map((each) => prepare(publisher, cause, each));
  const clock = { sleep, random: Math.random };
  await putAll(
    prepared.map(({ entry }) => entry),
    publisher.send ?? sendToCentralBus,
    clock,
  );
  return prepared.map(({ metadata }) => metadata);
}

function prepare(
  { service, validators }: Publisher,
  { correlationId, id: causeId = correlationId }: Cause,
  { event, data, id = randomUUID(), causationId = causeId, time = new Date() }: Outgoing,
): { readonly entry: PutEventsRequestEntry; readonly metadata: EventMetadata } {
  const [, detailType = "", version = ""] = /^(.*)\.v(\d+)$/.exec(event) ?? [];
  const metadata = { id, correlationId, causationId, time: time.toISOString(), version: Number(version) };
  const detail = { metadata, data };
  const problems = invalidDetail(validators, event, detail);
  if (problems.length > 0) throw new Error(`${event} does not conform to its schema: ${problems.join("; ")}`);
  return { metadata, entry: { Source: service, DetailType: detailType, Detail: JSON.stringify(detail), Time: time } };
}

async function sendToCentralBus(entries: readonly PutEventsRequestEntry[]): ReturnType<Send> {
  const bus = fromEnvironment(eventBusVariable);
  const { Entries: results = [] } = await eventBridge.send(
    new PutEventsCommand({ Entries: entries.map((entry) => ({ ...entry, EventBusName: bus })) }),
  );
  return results;
}
