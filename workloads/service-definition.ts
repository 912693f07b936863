import type { ApiDefinition, Authorizer } from "./api/api-definition";
import type { DeliveryStreamDefinition } from "./delivery-streams/definition";
import type { EmailDefinition } from "./email/definition";
import type { EventsDefinition } from "./events/definition";
import type { QueueSource, StreamSource, SubscriptionSource } from "./uses/declare";
import type {
  allEvents,
  AnyUse,
  BucketUse,
  BusUse,
  DeliveryStreamUse,
  EmailUse,
  QueueUse,
  SecretUse,
  TableUse,
} from "./uses/use";

export type { BucketAction, ItemAction, QueueAction, SecretAction } from "./uses/actions";
export type { DeliveryStreamDefinition } from "./delivery-streams/definition";
export type { EmailDefinition } from "./email/definition";
export { typedBy } from "./events/definition";
export { bucket, bus, deliveryStream, email, queue, secret, stream, subscription, table, uses } from "./uses/declare";
export type { ChangeKind, QueueSource, StreamSource, SubscriptionSource } from "./uses/declare";
export type { BucketUse, BusUse, DeliveryStreamUse, EmailUse, QueueUse, SecretUse, TableUse } from "./uses/use";

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

/** A secret of a service: encrypted, and without a value until somebody gives it one by hand. Landfall never reads or writes it. */
export interface SecretDefinition {
  /** What it is and where it comes from: for whoever sets it. */
  readonly description: string;
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
  readonly secrets?: Readonly<Record<string, SecretDefinition>>;
  /** The handler of an operation or consumer is the file `<handlers>/<its name>.ts`, which exports it under that name. */
  readonly handlers: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, { readonly uses: readonly AnyUse[] }>>;
  readonly consumers?: Readonly<Record<string, ConsumerDefinition>>;
  readonly api?: ApiDefinition;
  readonly events?: EventsDefinition;
  /** The address that its mails come from. */
  readonly email?: EmailDefinition;
  /** By the name of their table. */
  readonly deliveryStreams?: Readonly<Record<string, DeliveryStreamDefinition>>;
}

type Names<Named> = Extract<keyof Named, string>;

/** Names of the tables that have a stream. */
type Streamed<Tables> = {
  [Name in Names<Tables>]: Tables[Name] extends { readonly stream: true } ? Name : never;
}[Names<Tables>];

type Published<Events> = Events extends { readonly publishes: readonly (infer Event extends string)[] } ? Event : never;
type Subscribed<Events> = Events extends { readonly subscribes: infer All } ? Names<All> : never;

/** The use of what the service has. */
type UseOf<Tables, Queues, Buckets, Secrets, Events, Email, Streams> =
  | TableUse<Names<Tables>>
  | QueueUse<Names<Queues>>
  | BucketUse<Names<Buckets>>
  | SecretUse<Names<Secrets>>
  | DeliveryStreamUse<Names<Streams>>
  | ([Email] extends [never] ? never : EmailUse<"own">)
  | ([Published<Events>] extends [never] ? never : BusUse<Published<Events> | typeof allEvents>);

/** A definition that knows its operations, consumers, events and authorizers by name, so that handlers are typed by it. */
export type Defined<Name, Operations, Consumers, Events, Authorizers, Streams> = Omit<
  ServiceDefinition,
  "name" | "operations" | "consumers" | "events" | "api" | "deliveryStreams"
> & {
  readonly name: Name;
  readonly operations: Operations;
  readonly consumers: Consumers;
  readonly events: Events;
  readonly deliveryStreams: Streams;
  readonly api: Omit<ApiDefinition, "authorizers"> & { readonly authorizers: Authorizers };
};

type Nothing = Readonly<Record<never, never>>;

/** A definition whose uses and sources can only name its own resources and events. */
export function defineService<
  const Name extends string,
  const Tables extends Readonly<Record<string, TableDefinition>>,
  const Operations extends Readonly<
    Record<string, { readonly uses: readonly UseOf<Tables, Queues, Buckets, Secrets, Events, Email, Streams>[] }>
  >,
  const Queues extends Readonly<Record<string, QueueDefinition>> = Nothing,
  const Buckets extends Readonly<Record<string, BucketDefinition>> = Nothing,
  const Secrets extends Readonly<Record<string, SecretDefinition>> = Nothing,
  const Events extends EventsDefinition = Nothing,
  const Email extends EmailDefinition = never,
  const Streams extends Readonly<Record<string, DeliveryStreamDefinition>> = Nothing,
  const Consumers extends Readonly<
    Record<
      string,
      ConsumerDefinition<
        UseOf<Tables, Queues, Buckets, Secrets, Events, Email, Streams>,
        QueueSource<Names<Queues>> | StreamSource<Streamed<Tables>>,
        SubscriptionSource<Subscribed<Events>>
      >
    >
  > = Nothing,
  const Authorizers extends Readonly<
    Record<string, Authorizer<UseOf<Tables, Queues, Buckets, Secrets, Events, Email, Streams>>>
  > = Nothing,
>(
  definition: Omit<
    ServiceDefinition,
    | "name"
    | "tables"
    | "queues"
    | "buckets"
    | "secrets"
    | "operations"
    | "consumers"
    | "events"
    | "api"
    | "email"
    | "deliveryStreams"
  > & {
    readonly name: Name;
    readonly tables: Tables;
    readonly queues?: Queues;
    readonly buckets?: Buckets;
    readonly secrets?: Secrets;
    readonly operations: Operations;
    readonly consumers?: Consumers;
    readonly events?: Events;
    readonly email?: Email;
    readonly deliveryStreams?: Streams;
    readonly api?: Omit<ApiDefinition, "authorizers"> & { readonly authorizers?: Authorizers };
  },
): Defined<Name, Operations, Consumers, Events, Authorizers, Streams> {
  const { consumers = {} as Consumers, events = {} as Events, api = {} } = definition;
  const { deliveryStreams = {} as Streams } = definition;
  const { authorizers = {} as Authorizers } = api;
  return { ...definition, consumers, events, deliveryStreams, api: { ...api, authorizers } };
}
