import { randomUUID } from "node:crypto";
import type { PublishedBy } from "../events/definition";
import { eventsOf } from "../events/event-graph";
import { publishedValidators } from "../events/published-validators";
import type { Send } from "../events/runtime/put-events";
import type { DetailValidator } from "../events/runtime/validators";
import { readCatalog } from "../events/schemas/catalog";
import type { EventMetadata } from "../events/schemas/detail-schema";
import { localName, parseEventName } from "../events/schemas/event-name";
import { type BusAccess, publishing } from "../runtime/access/bus";
import type { Envelope } from "../runtime/sources/subscription";
import type { ServiceDefinition } from "../service-definition";
import { compiled } from "./compiled";

export interface TestBus<Events> {
  /** What a handler that publishes is given. */
  readonly bus: BusAccess<Events>;
  /** What was published, in order, as a subscription's queue gets it: `events(…)` delivers it. */
  readonly published: readonly Envelope[];
}

/** A central bus in memory for the handlers of a service: what they publish has to conform to the project's schemas. */
export function testBus<Service extends ServiceDefinition>(service: Service): TestBus<PublishedBy<Service>> {
  const validators = validatorsOf(service);
  const published: Envelope[] = [];
  const send: Send = (entries) => {
    published.push(
      ...entries.map(({ Source = "", DetailType = "", Detail = "" }) => ({
        source: Source,
        "detail-type": DetailType,
        detail: JSON.parse(Detail) as Envelope["detail"],
      })),
    );
    return Promise.resolve(entries.map(() => ({ EventId: randomUUID() })));
  };
  return { bus: publishing(service.name, validators, send), published };
}

const compiledOf = new WeakMap<ServiceDefinition, Readonly<Record<string, DetailValidator>>>();

/** Compiled once a process: it takes longer than most tests. */
function validatorsOf(service: ServiceDefinition): Readonly<Record<string, DetailValidator>> {
  const known = compiledOf.get(service);
  if (known) return known;
  const catalog = readCatalog();
  const { publishes } = eventsOf(service, catalog);
  const { files } = publishedValidators(publishes, catalog);
  const validators = Object.fromEntries(
    publishes.map((event, at) => [localName(event), compiled<DetailValidator>(files[`event-${at}.cjs`] ?? "")]),
  );
  compiledOf.set(service, validators);
  return validators;
}

/** An event of any service, as a subscription's queue gets it: `event("orders/OrderPurchased.v1", { … })`. */
export function event(name: string, data: unknown, metadata: Partial<EventMetadata> = {}): Envelope {
  const parsed = parseEventName(name);
  if (!parsed) throw new Error(`${name} is no event: <source>/<DetailType>.v<version>`);
  const { source, detailType, version } = parsed;
  const { id = randomUUID(), correlationId = id } = metadata;
  const said = { id, correlationId, causationId: correlationId, time: new Date().toISOString(), version, ...metadata };
  return { source, "detail-type": detailType, detail: { metadata: said, data } };
}
