import type { ApiDefinition, Authorizer } from "./api/api-definition";
import type { EventsDefinition } from "./events/definition";
import type { QueueSource, StreamSource, SubscriptionSource } from "./uses/declare";
import type { OfferDefinition, StateMachineDefinition, TaskDefinition } from "./state-machine/definition";
import type { allEvents, AnyUse, BucketUse, BusUse, QueueUse, SecretUse, StateMachineUse, TableUse } from "./uses/use";

export type { BucketAction, ItemAction, QueueAction, SecretAction } from "./uses/actions";
export { typedBy } from "./events/definition";
export type { OfferDefinition, StateMachineDefinition, TaskDefinition } from "./state-machine/definition";
export { saga, type SagaDefinition, type Step } from "./state-machine/saga";
export { bucket, bus, queue, secret, stateMachine, stream, subscription, table, uses } from "./uses/declare";
export type { ChangeKind, QueueSource, StreamSource, SubscriptionSource } from "./uses/declare";
export type { BucketUse, BusUse, QueueUse, SecretUse, StateMachineUse, TableUse } from "./uses/use";

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
  /** The handler of an operation, consumer, task or offer is the file `<handlers>/<its name>.ts`, which exports it under that name. */
  readonly handlers: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, { readonly uses: readonly AnyUse[] }>>;
  readonly consumers?: Readonly<Record<string, ConsumerDefinition>>;
  /** Functions that its own state machines call. */
  readonly tasks?: Readonly<Record<string, TaskDefinition>>;
  /** Functions that state machines of other services may call too. */
  readonly offers?: Readonly<Record<string, OfferDefinition>>;
  readonly stateMachines?: Readonly<Record<string, StateMachineDefinition>>;
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
type UseOf<Tables, Queues, Buckets, Secrets, Events, StateMachines> =
  | TableUse<Names<Tables>>
  | QueueUse<Names<Queues>>
  | BucketUse<Names<Buckets>>
  | SecretUse<Names<Secrets>>
  | StateMachineUse<Names<StateMachines>>
  | ([Published<Events>] extends [never] ? never : BusUse<Published<Events> | typeof allEvents>);

/** A definition that knows its operations, consumers, events and authorizers by name, so that handlers are typed by it. */
export type Defined<Name, Operations, Consumers, Events, Authorizers, Tasks, Offers> = Omit<
  ServiceDefinition,
  "name" | "operations" | "consumers" | "events" | "api" | "tasks" | "offers"
> & {
  readonly name: Name;
  readonly operations: Operations;
  readonly consumers: Consumers;
  readonly events: Events;
  readonly tasks: Tasks;
  readonly offers: Offers;
  readonly api: Omit<ApiDefinition, "authorizers"> & { readonly authorizers: Authorizers };
};

/** What a state machine may call: tasks and offers of its service, and `<service>/<offer>` of others. */
type CallOf<Tasks, Offers> = Names<Tasks> | Names<Offers> | `${string}/${string}`;

type Nothing = Readonly<Record<never, never>>;

/** A definition whose uses and sources can only name its own resources and events. */
export function defineService<
  const Name extends string,
  const Tables extends Readonly<Record<string, TableDefinition>>,
  const Operations extends Readonly<
    Record<string, { readonly uses: readonly UseOf<Tables, Queues, Buckets, Secrets, Events, StateMachines>[] }>
  >,
  const Queues extends Readonly<Record<string, QueueDefinition>> = Nothing,
  const Buckets extends Readonly<Record<string, BucketDefinition>> = Nothing,
  const Secrets extends Readonly<Record<string, SecretDefinition>> = Nothing,
  const Events extends EventsDefinition = Nothing,
  const Consumers extends Readonly<
    Record<
      string,
      ConsumerDefinition<
        UseOf<Tables, Queues, Buckets, Secrets, Events, StateMachines>,
        QueueSource<Names<Queues>> | StreamSource<Streamed<Tables>>,
        SubscriptionSource<Subscribed<Events>>
      >
    >
  > = Nothing,
  const Authorizers extends Readonly<
    Record<string, Authorizer<UseOf<Tables, Queues, Buckets, Secrets, Events, StateMachines>>>
  > = Nothing,
  const Tasks extends Readonly<
    Record<string, TaskDefinition<UseOf<Tables, Queues, Buckets, Secrets, Events, StateMachines>>>
  > = Nothing,
  const Offers extends Readonly<
    Record<string, OfferDefinition<UseOf<Tables, Queues, Buckets, Secrets, Events, StateMachines>>>
  > = Nothing,
  const StateMachines extends Readonly<Record<string, StateMachineDefinition<CallOf<Tasks, Offers>>>> = Nothing,
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
    | "tasks"
    | "offers"
    | "stateMachines"
  > & {
    readonly name: Name;
    readonly tables: Tables;
    readonly queues?: Queues;
    readonly buckets?: Buckets;
    readonly secrets?: Secrets;
    readonly operations: Operations;
    readonly consumers?: Consumers;
    readonly events?: Events;
    readonly tasks?: Tasks;
    readonly offers?: Offers;
    readonly stateMachines?: StateMachines;
    readonly api?: Omit<ApiDefinition, "authorizers"> & { readonly authorizers?: Authorizers };
  },
): Defined<Name, Operations, Consumers, Events, Authorizers, Tasks, Offers> {
  const { consumers = {} as Consumers, events = {} as Events, api = {} } = definition;
  const { tasks = {} as Tasks, offers = {} as Offers } = definition;
  const { authorizers = {} as Authorizers } = api;
  return { ...definition, consumers, events, tasks, offers, api: { ...api, authorizers } };
}
