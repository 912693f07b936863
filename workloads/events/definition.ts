/** What a service tells others and wants to be told. Events are named as their schemas: `docs/events.md`. */
export interface EventsDefinition {
  /** `typedBy<Events>()`, of the project's `events/types.ts`: handlers know by it what each event holds. */
  readonly types?: EventTypes<unknown>;
  /** In an account that joins no event bus the service is without its events and the consumers that publish or take them; refused when absent. */
  readonly optional?: boolean;
  /** Events of its own, without the source: `OrderPurchased.v1`. */
  readonly publishes?: readonly string[];
  /** Name of a subscription → events of any source: `{ reserveStock: ["orders/OrderPurchased.v1"] }`. Each has a queue of its own. */
  readonly subscribes?: Readonly<Record<string, readonly string[]>>;
}

declare const held: unique symbol;
/** Says to the compiler what events hold; there is nothing in it. */
export interface EventTypes<Events> {
  readonly [held]?: Events;
}

/** Types a definition by the interface `Events` that Landfall writes from the schemas. */
export function typedBy<Events>(): EventTypes<Events> {
  return {};
}

type TypesOf<Service> = Service extends { readonly events: { readonly types: EventTypes<infer Events> } }
  ? Events
  : unknown;
type DataOf<Events, Name> = Name extends keyof Events ? Events[Name] : unknown;

/** What a service publishes: `OrderPurchased.v1` → its data. */
export type PublishedBy<Service> = Service extends {
  readonly name: infer Name extends string;
  readonly events: { readonly publishes: readonly (infer Local extends string)[] };
}
  ? { readonly [Event in Local]: DataOf<TypesOf<Service>, `${Name}/${Event}`> }
  : unknown;

/** What a subscription of a service brings: `orders/OrderPurchased.v1` → its data. */
export type ReceivedBy<Service, Subscription> = Service extends { readonly events: { readonly subscribes: infer All } }
  ? Subscription extends keyof All
    ? All[Subscription] extends readonly (infer Name extends string)[]
      ? { readonly [Event in Name]: DataOf<TypesOf<Service>, Event> }
      : never
    : never
  : never;
