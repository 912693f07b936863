import type { ApiDefinition, Authorizer } from "./api/api-definition";
import type { DatabaseDefinition } from "./database/definition";
import type { DataStreamDefinition } from "./data-streams/definition";
import type { DeliveryStreamDefinition } from "./delivery-streams/definition";
import type { EmailDefinition } from "./email/definition";
import type { EventsDefinition } from "./events/definition";
import type { FilterOf, TopicDefinition } from "./topics/definition";
import type {
  DataStreamSource,
  QueueSource,
  ScheduleSource,
  StreamSource,
  SubscriptionSource,
  TopicSource,
} from "./uses/declare";
import type { OfferDefinition, StateMachineDefinition, TaskDefinition } from "./state-machine/definition";
import type { UserPoolDefinition } from "./user-pools/definition";
import type {
  allEvents,
  AnyUse,
  BucketUse,
  BusUse,
  DatabaseUse,
  DataStreamUse,
  DeliveryStreamUse,
  EmailUse,
  QueueUse,
  SecretUse,
  StateMachineUse,
  TableUse,
  TopicUse,
} from "./uses/use";

export type { BucketAction, DatabaseAction, ItemAction, QueueAction, SecretAction } from "./uses/actions";
export type { DatabaseDefinition } from "./database/definition";
export type { DataStreamDefinition } from "./data-streams/definition";
export type { DeliveryStreamDefinition } from "./delivery-streams/definition";
export type { EmailDefinition } from "./email/definition";
export { typedBy } from "./events/definition";
export type { Aggregate, EventKind, EventOf } from "./patterns/event-sourcing/aggregate";
export { eventStore } from "./patterns/event-sourcing/event-store";
export { readModels } from "./patterns/cqrs/read-models";
export { outbox } from "./patterns/transactional-outbox/outbox";
export type { OfferDefinition, StateMachineDefinition, TaskDefinition } from "./state-machine/definition";
export { storageFirst, type StorageFirst, type StoredFirst } from "./patterns/storage-first";
export type { TopicDefinition } from "./topics/definition";
export type { UserPoolDefinition, UserPoolClientDefinition } from "./user-pools/definition";
export { windowedCounts } from "./patterns/windowed-counts/tables";
export { mapReduce, type MapReduceDefinition } from "./patterns/map-reduce/map-reduce";
export { jobObserver, type JobObserver } from "./patterns/job-observer/job-observer";
export { queueChain, type QueueChain, type Stage } from "./patterns/queue-chain/queue-chain";
export { scatterGather, type ScatterGatherDefinition } from "./patterns/scatter-gather/scatter-gather";
export { saga, type SagaDefinition, type Step } from "./state-machine/saga";
export { bulkhead, type Bulkheads, type BulkheadWork, type Compartment } from "./patterns/bulkhead";
export { breakers } from "./patterns/circuit-breaker/parts";
export { strangling } from "./patterns/strangler/parts";
export { bearerTokens } from "./patterns/bearer-tokens/parts";
export {
  bucket,
  bus,
  database,
  dataStream,
  deliveryStream,
  email,
  queue,
  schedule,
  secret,
  stateMachine,
  stream,
  subscription,
  table,
  topic,
  uses,
} from "./uses/declare";
export type {
  ChangeKind,
  DataStreamSource,
  QueueSource,
  Schedule,
  ScheduleSource,
  StreamSource,
  SubscriptionSource,
  TopicSource,
} from "./uses/declare";
export type {
  BucketUse,
  BusUse,
  DatabaseUse,
  DataStreamUse,
  DeliveryStreamUse,
  EmailUse,
  QueueUse,
  SecretUse,
  StateMachineUse,
  TableUse,
  TopicUse,
} from "./uses/use";

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

/** What answers an operation of the contract. */
export interface OperationDefinition<Uses extends AnyUse = AnyUse> {
  readonly uses: readonly Uses[];
  /**
   * JMESPath, in what the handler is given, of what makes two requests the same one: `header."idempotency-key"`. A request that is repeated within 24
   * hours is answered what the first one was, without the handler. Absent: every request is another one.
   */
  readonly key?: string;
  /** Most requests that are answered at once, and reserved for it. When absent, as many as the account has left. */
  readonly concurrency?: number;
}

/**
 * What takes a queue's or a topic's messages, a table's changes, a subscription's events or the times of a schedule, one at a time, or a data stream's
 * records, many at once.
 */
export type ConsumerDefinition<
  Uses extends AnyUse = AnyUse,
  Source = QueueSource | StreamSource | TopicSource,
  Subscription = SubscriptionSource,
  Data = DataStreamSource,
> = {
  readonly uses: readonly Uses[];
  /** Most that run at once, reserved for this consumer: neither it nor others take the account's concurrency from each other. 2 when absent; of a data stream none is reserved then, for it is one a shard. */
  readonly concurrency?: number;
} & (
  | {
      readonly from: Source;
      /** JMESPath of what makes two deliveries the same one, in what the handler is given: `body.orderId`, `id`. Each is handled once. */
      readonly key: string;
    }
  | {
      readonly from: Subscription | ScheduleSource;
      /** As above; an event is the same one by `metadata.id` when absent, a time of a schedule by `id`. */
      readonly key?: string;
    }
  | {
      /** Its handler is given many records at once, some of them again, and is itself what makes each count once. */
      readonly from: Data;
      readonly key?: never;
      /** Most records that are handed over at once, 1 to 10,000; 100 when absent. */
      readonly batch?: number;
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
  /** In the spoke of the account, which has to have one. */
  readonly databases?: Readonly<Record<string, DatabaseDefinition>>;
  /** The handler of an operation, consumer, task or offer is the file `<handlers>/<its name>.ts`, which exports it under that name. */
  readonly handlers: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, OperationDefinition>>;
  readonly consumers?: Readonly<Record<string, ConsumerDefinition>>;
  /** Functions that its own state machines call. */
  readonly tasks?: Readonly<Record<string, TaskDefinition>>;
  /** Functions that state machines of other services may call too. */
  readonly offers?: Readonly<Record<string, OfferDefinition>>;
  readonly stateMachines?: Readonly<Record<string, StateMachineDefinition>>;
  readonly api?: ApiDefinition;
  readonly events?: EventsDefinition;
  /** The address that its mails come from. */
  readonly email?: EmailDefinition;
  /** By the name of their table. */
  readonly deliveryStreams?: Readonly<Record<string, DeliveryStreamDefinition>>;
  /** Streams of Kinesis. */
  readonly dataStreams?: Readonly<Record<string, DataStreamDefinition>>;
  /** User pools of Cognito, whose tokens `api.authorizers` takes. */
  readonly userPools?: Readonly<Record<string, UserPoolDefinition>>;
  /** What is published there goes to every consumer of them that wants it. */
  readonly topics?: Readonly<Record<string, TopicDefinition>>;
}

/** What a definition says under a key; nothing, when it does not have it. */
type Part<Own, Key extends keyof ServiceDefinition> = Own extends { readonly [Has in Key]: infer Said }
  ? Said
  : Nothing;

type Nothing = Readonly<Record<never, never>>;

type NamesIn<Own, Key extends keyof ServiceDefinition> = Extract<keyof Part<Own, Key>, string>;

/** Names of the tables that have a stream. */
type Streamed<Tables> = {
  [Name in keyof Tables]: Tables[Name] extends { readonly stream: true } ? Extract<Name, string> : never;
}[keyof Tables];

/** What consumers may take from topics: of each with a filter by what its messages say. */
type FromTopic<Topics> = {
  [Name in keyof Topics & string]: TopicSource<Name, FilterOf<Topics[Name]>>;
}[keyof Topics & string];

type Published<Own> = Own extends { readonly events: { readonly publishes: readonly (infer Event)[] } }
  ? Extract<Event, string>
  : never;

type Subscribed<Own> = Own extends { readonly events: { readonly subscribes: infer All } }
  ? Extract<keyof All, string>
  : never;

/** The use of what a definition has. */
type UseOf<Own> =
  | TableUse<NamesIn<Own, "tables">>
  | QueueUse<NamesIn<Own, "queues">>
  | BucketUse<NamesIn<Own, "buckets">>
  | SecretUse<NamesIn<Own, "secrets">>
  | DatabaseUse<NamesIn<Own, "databases">>
  | DeliveryStreamUse<NamesIn<Own, "deliveryStreams">>
  | StateMachineUse<NamesIn<Own, "stateMachines">>
  | TopicUse<NamesIn<Own, "topics">>
  | DataStreamUse<NamesIn<Own, "dataStreams">>
  | (Own extends { readonly email: EmailDefinition } ? EmailUse<"own"> : never)
  | ([Published<Own>] extends [never] ? never : BusUse<Published<Own> | typeof allEvents>);

/** What a state machine may call: tasks and offers of its service, and `<service>/<offer>` of others. */
type CallOf<Own> = NamesIn<Own, "tasks"> | NamesIn<Own, "offers"> | `${string}/${string}`;

/** What a definition says of its own resources and events can only name what it has; and it says nothing that is unknown. */
type Checked<Own> = {
  readonly operations: Readonly<Record<string, OperationDefinition<UseOf<Own>>>>;
  readonly consumers?: Readonly<
    Record<
      string,
      ConsumerDefinition<
        UseOf<Own>,
        | QueueSource<NamesIn<Own, "queues">>
        | StreamSource<Streamed<Part<Own, "tables">>>
        | FromTopic<Part<Own, "topics">>,
        SubscriptionSource<Subscribed<Own>>,
        DataStreamSource<NamesIn<Own, "dataStreams">>
      >
    >
  >;
  readonly tasks?: Readonly<Record<string, TaskDefinition<UseOf<Own>>>>;
  readonly offers?: Readonly<Record<string, OfferDefinition<UseOf<Own>>>>;
  readonly stateMachines?: Readonly<Record<string, StateMachineDefinition<CallOf<Own>>>>;
  readonly api?: { readonly authorizers?: Readonly<Record<string, Authorizer<UseOf<Own>>>> };
} & { readonly [Unknown in Exclude<keyof Own, keyof ServiceDefinition>]: never };

/** A definition that knows its parts by name, so that handlers are typed by it. */
export type Defined<Own> = Own & {
  readonly consumers: Part<Own, "consumers">;
  readonly events: Part<Own, "events">;
  readonly deliveryStreams: Part<Own, "deliveryStreams">;
  readonly topics: Part<Own, "topics">;
  readonly tasks: Part<Own, "tasks">;
  readonly offers: Part<Own, "offers">;
  readonly api: { readonly authorizers: Part<Own, "api"> extends { readonly authorizers: infer All } ? All : Nothing };
};

/** A definition whose uses and sources can only name its own resources and events. */
export function defineService<const Own extends ServiceDefinition>(definition: Own & Checked<Own>): Defined<Own> {
  const {
    consumers = {},
    events = {},
    deliveryStreams = {},
    topics = {},
    tasks = {},
    offers = {},
    api = {},
  } = definition;
  const { authorizers = {} } = api;
  const parts = { consumers, events, deliveryStreams, topics, tasks, offers, api: { ...api, authorizers } };
  // The compiler does not follow a default into a conditional type.
  const defined: unknown = { ...definition, ...parts };
  return defined as Defined<Own>;
}
