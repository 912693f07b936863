/** What a service tells others and wants to be told. Events are named as their schemas: `docs/events.md`. */
export interface EventsDefinition {
  /** Events of its own, without the source: `OrderPurchased.v1`. */
  readonly publishes?: readonly string[];
  /** Name of a subscription → events of any source: `{ reserveStock: ["orders/OrderPurchased.v1"] }`. Each has a queue of its own. */
  readonly subscribes?: Readonly<Record<string, readonly string[]>>;
}
