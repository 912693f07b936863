import { didYouMean, listed } from "../../declaration/problem/nearest";
import { UserError } from "../../declaration/user-error";
import type { ServiceDefinition } from "../service-definition";
import type { Catalog } from "./schemas/catalog";
import { type EventName, eventName, localName, parseEventName } from "./schemas/event-name";

/** What one service publishes and wants, its names read. */
export interface ServiceEvents {
  readonly service: string;
  readonly publishes: readonly EventName[];
  readonly subscribes: ReadonlyMap<string, readonly EventName[]>;
}

/**
 * A service's events, each of which has a schema.
 * @throws UserError naming what is nearest to an event that has none
 */
export function eventsOf(
  { name, events = {} }: Pick<ServiceDefinition, "name" | "events">,
  catalog: Catalog,
): ServiceEvents {
  const { publishes = [], subscribes = {} } = events;
  const own = [...catalog.values()].filter(({ source }) => source === name).map(localName);
  return {
    service: name,
    publishes: publishes.map((local) =>
      known(`${name}/${local}`, catalog, `the service ${name} publishes ${local}`, local, own),
    ),
    subscribes: new Map(
      Object.entries(subscribes).map(([subscription, wanted]) => [
        subscription,
        wanted.map((event) => known(event, catalog, subscribed(name, subscription, event), event, [...catalog.keys()])),
      ]),
    ),
  };
}

/**
 * Holds what services want against what is published.
 * @throws UserError for a subscription to an event that no service publishes
 */
export function checkPublished(services: readonly ServiceEvents[]): void {
  const published = services.flatMap(({ publishes }) => publishes.map(eventName));
  const missing = services.flatMap(({ service, subscribes }) =>
    [...subscribes].flatMap(([subscription, wanted]) =>
      wanted
        .map(eventName)
        .filter((event) => !published.includes(event))
        .map(
          (event) =>
            `${subscribed(service, subscription, event)}, which no service on its bus publishes${didYouMean(event, published)}`,
        ),
    ),
  );
  if (missing.length === 0) return;
  throw new UserError(missing.join("\n"), `Subscribe to one of ${listed(published)}, or let its service publish it.`);
}

function subscribed(service: string, subscription: string, event: string): string {
  return `${subscription} of the service ${service} subscribes to ${event}`;
}

function known(text: string, catalog: Catalog, who: string, given: string, candidates: readonly string[]): EventName {
  const event = parseEventName(text);
  if (event && catalog.has(text)) return event;
  throw new UserError(
    `${who}, which has no schema${didYouMean(given, candidates)}`,
    `Name one of ${listed(candidates)}, or describe it in the events directory as <source>/<DetailType>.v<version>.json.`,
  );
}
