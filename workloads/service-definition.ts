import type { ApiDefinition, Authorizer } from "./api/api-definition";
import type { DatabaseDefinition } from "./database/definition";
import type { EventsDefinition } from "./events/definition";
import type { QueueSource, StreamSource, SubscriptionSource } from "./uses/declare";
import type { allEvents, AnyUse, BucketUse, BusUse, DatabaseUse, QueueUse, TableUse } from "./uses/use";

export type { DatabaseDefinition } from "./database/definition";
export type { BucketAction, DatabaseAction, ItemAction, QueueAction } from "./uses/actions";
export { typedBy } from "./events/definition";
export { bucket, bus, database, queue, stream, subscription, table, uses } from "./uses/declare";
export type { ChangeKind, QueueSource, StreamSource, SubscriptionSource } from "./uses/declare";
export type { BucketUse, BusUse, DatabaseUse, QueueUse, TableUse } from "./uses/use";

/** A table of a service: keys are text. `expiresAt` names the attribute (epoch seconds) after which items are deleted. */
export interface TableDefinition {
  readonly partitionKey: string;
  readonly sortKey?: string;
  readonly expiresAt?: string;
  /** Its changes can be consumed: `from: stream("…")`. */
  readonly stream?: boolean;
}

/** A queue of a service, with a dead letter queue beside it. */
export interface QueueDefinition {
  /** Receives of a message before it goes to the dead letter queue; 5 when absent. */
  readonly maxReceives?: number;
}

/** A bucket of a service: private, encrypted, versioned. */
export interface BucketDefinition {
  /** Days after which objects are deleted; kept when absent. */
  readonly expireAfterDays?: number;
}

/** What takes a queue's messages, a table's changes or a subscription's events, one at a time. */
export type ConsumerDefinition<
  Uses extends AnyUse = AnyUse,
  Source = QueueSource | StreamSource,
  Subscription = SubscriptionSource,
> = {
  readonly uses: readonly Uses[];
  /** Most that run at once, reserved for this consumer: neither it nor others take the account's concurrency from each other. 2 when absent. */
  readonly concurrency?: number;
} & (
  | {
      readonly from: Source;
      /** JMESPath of what makes two deliveries the same one, in what the handler is given: `body.orderId`, `id`. Each is handled once. */
      readonly key: string;
    }
  | {
      readonly from: Subscription;
      /** As above; an event is the same one by `metadata.id` when absent. */
      readonly key?: string;
    }
);

/** A microservice but for the account it runs in. */
export interface ServiceDefinition {
  readonly name: string;
  /** OpenAPI 3.1 file; each of its operations has an entry in `operations`. */
  readonly contract: string;
  readonly tables: Readonly<Record<string, TableDefinition>>;
  readonly queues?: Readonly<Record<string, QueueDefinition>>;
  readonly buckets?: Readonly<Record<string, BucketDefinition>>;
  /** In the spoke of the account, which has to have one. */
  readonly databases?: Readonly<Record<string, DatabaseDefinition>>;
  /** The handler of an operation or consumer is the file `<handlers>/<its name>.ts`, which exports it under that name. */
  readonly handlers: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, { readonly uses: readonly AnyUse[] }>>;
  readonly consumers?: Readonly<Record<string, ConsumerDefinition>>;
  readonly api?: ApiDefinition;
  readonly events?: EventsDefinition;
}

type Names<Named> = Extract<keyof Named, string>;

/** Names of the tables that have a stream. */
type Streamed<Tables> = {
  [Name in Names<Tables>]: Tables[Name] extends { readonly stream: true } ? Name : never;
}[Names<Tables>];

type Published<Events> = Events extends { readonly publishes: readonly (infer Event extends string)[] } ? Event : never;
type Subscribed<Events> = Events extends { readonly subscribes: infer All } ? Names<All> : never;

/** The use of what the service has. */
type UseOf<Tables, Queues, Buckets, Databases, Events> =
  | TableUse<Names<Tables>>
  | QueueUse<Names<Queues>>
  | BucketUse<Names<Buckets>>
  | DatabaseUse<Names<Databases>>
  | ([Published<Events>] extends [never] ? never : BusUse<Published<Events> | typeof allEvents>);

/** A definition that knows its operations, consumers, events and authorizers by name, so that handlers are typed by it. */
export type Defined<Name, Operations, Consumers, Events, Authorizers> = Omit<
  ServiceDefinition,
  "name" | "operations" | "consumers" | "events" | "api"
> & {
  readonly name: Name;
  readonly operations: Operations;
  readonly consumers: Consumers;
  readonly events: Events;
  readonly api: Omit<ApiDefinition, "authorizers"> & { readonly authorizers: Authorizers };
};

type Nothing = Readonly<Record<never, never>>;

/** A definition whose uses and sources can only name its own resources and events. */
export function defineService<
  const Name extends string,
  const Tables extends Readonly<Record<string, TableDefinition>>,
  const Operations extends Readonly<
    Record<string, { readonly uses: readonly UseOf<Tables, Queues, Buckets, Databases, Events>[] }>
  >,
  const Queues extends Readonly<Record<string, QueueDefinition>> = Nothing,
  const Buckets extends Readonly<Record<string, BucketDefinition>> = Nothing,
  const Databases extends Readonly<Record<string, DatabaseDefinition>> = Nothing,
  const Events extends EventsDefinition = Nothing,
  const Consumers extends Readonly<
    Record<
      string,
      ConsumerDefinition<
        UseOf<Tables, Queues, Buckets, Databases, Events>,
        QueueSource<Names<Queues>> | StreamSource<Streamed<Tables>>,
        SubscriptionSource<Subscribed<Events>>
      >
    >
  > = Nothing,
  const Authorizers extends Readonly<Record<string, Authorizer<UseOf<Tables, Queues, Buckets, Databases, Events>>>> =
    Nothing,
>(
  definition: Omit<
    ServiceDefinition,
    "name" | "tables" | "queues" | "buckets" | "databases" | "operations" | "consumers" | "events" | "api"
  > & {
    readonly name: Name;
    readonly tables: Tables;
    readonly queues?: Queues;
    readonly buckets?: Buckets;
    readonly databases?: Databases;
    readonly operations: Operations;
    readonly consumers?: Consumers;
    readonly events?: Events;
    readonly api?: Omit<ApiDefinition, "authorizers"> & { readonly authorizers?: Authorizers };
  },
): Defined<Name, Operations, Consumers, Events, Authorizers> {
  const { consumers = {} as Consumers, events = {} as Events, api = {} } = definition;
  const { authorizers = {} as Authorizers } = api;
  return { ...definition, consumers, events, api: { ...api, authorizers } };
}
