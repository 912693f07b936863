import type { BucketAction, ItemAction, QueueAction } from "./actions";
import type { AnyFilter } from "../topics/definition";
import {
  allEvents,
  type BucketUse,
  type BusUse,
  type DatabaseUse,
  type DataStreamUse,
  type DeliveryStreamUse,
  type EmailUse,
  type QueueUse,
  type SecretUse,
  type StateMachineUse,
  type TableUse,
  type TopicUse,
} from "./use";

type Tables<Action extends ItemAction> = <Name extends string>(name: Name) => TableUse<Name, Action>;
type Buckets<Action extends BucketAction> = <Name extends string>(name: Name) => BucketUse<Name, Action>;

const ofTable =
  <Action extends ItemAction>(...actions: readonly Action[]): Tables<Action> =>
  (name) => ({ kind: "table", name, actions });
const ofBucket =
  <Action extends BucketAction>(...actions: readonly Action[]): Buckets<Action> =>
  (name) => ({ kind: "bucket", name, actions });

/** What an operation or consumer does to a table. The finest that serves is best: `get` rather than `read`. */
export const table = {
  get: ofTable("GetItem"),
  query: ofTable("Query"),
  /** All of it, page by page: for what is made of a whole table, not for requests. */
  scan: ofTable("Scan"),
  put: ofTable("PutItem"),
  update: ofTable("UpdateItem"),
  delete: ofTable("DeleteItem"),
  /** A condition on an item in a transaction that does not write it. */
  check: ofTable("ConditionCheckItem"),
  read: ofTable("GetItem", "BatchGetItem", "Query"),
  write: ofTable("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"),
} as const;

/** What an operation or consumer does to objects of a bucket. */
export const bucket = {
  read: ofBucket("GetObject"),
  write: ofBucket("PutObject"),
  delete: ofBucket("DeleteObject"),
  list: ofBucket("ListBucket"),
} as const;

/** What an operation or consumer does to a database: any statement, as the owner of what is in it. */
export const database = {
  execute: <Name extends string>(name: Name): DatabaseUse<Name, "ExecuteStatement"> => ({
    kind: "database",
    name,
    actions: ["ExecuteStatement"],
  }),
} as const;

const ofQueue =
  <Action extends QueueAction>(
    ...actions: readonly Action[]
  ): (<Name extends string>(name: Name) => QueueUse<Name, Action>) =>
  (name) => ({ kind: "queue", name, actions });

/**
 * What an operation or consumer does to a queue; as a call, `queue("name")`, where a consumer takes its messages from: `queue("name", "text")`
 * where bodies are wanted as they came, as of requests that are stored without a function.
 */
export const queue = Object.assign(
  <Name extends string, const Body extends QueueBody = "json">(name: Name, body?: Body): QueueSource<Name, Body> => ({
    kind: "queue",
    name,
    ...(body === undefined ? {} : { body }),
  }),
  {
    send: ofQueue("SendMessage"),
    /** Puts a message that can never be handled into the dead letter queue at once, where the alarm and `redrive` see it. */
    park: ofQueue("ParkMessage"),
    /** How many messages wait. */
    measure: ofQueue("GetQueueAttributes"),
    /** Takes messages by itself, where no consumer is fed with them: the worker of a pool. */
    take: ofQueue("ReceiveMessage", "DeleteMessage"),
  },
);

/** What an operation or consumer does to a secret of the service. */
export const secret = {
  read: <Name extends string>(name: Name): SecretUse<Name> => ({ kind: "secret", name, actions: ["GetSecretValue"] }),
} as const;

/** What a handler does to a state machine of the service: `stateMachine.start("purchase")`. */
export const stateMachine = {
  start: <Name extends string>(name: Name): StateMachineUse<Name> => ({
    kind: "stateMachine",
    name,
    actions: ["StartExecution"],
  }),
} as const;

function publish(): BusUse<typeof allEvents>;
function publish<const Event extends string>(...events: readonly [Event, ...Event[]]): BusUse<Event>;
function publish(...events: readonly string[]): BusUse {
  return { kind: "bus", name: "central", actions: events.length > 0 ? events : [allEvents] };
}

/** What an operation or consumer tells other services: `bus.publish("OrderPurchased.v1")`, or all that the service publishes, `bus.publish()`. */
export const bus = { publish } as const;

/** What an operation or consumer mails from the service's address, `email.from`. */
export const email = {
  send: (): EmailUse<"own"> => ({ kind: "email", name: "own", actions: ["SendEmail"] }),
} as const;

/** What an operation or consumer adds to a delivery stream of the service: `deliveryStream.put("purchases")`. */
export const deliveryStream = {
  put: <Name extends string>(name: Name): DeliveryStreamUse<Name> => ({
    kind: "deliveryStream",
    name,
    actions: ["PutRecordBatch"],
  }),
} as const;

/**
 * What an operation or consumer does to a topic of the service; as a call, `topic("orders", { kind: ["placed"] })`, where a consumer takes its share
 * of the messages from: all of them without a filter.
 */
export const topic = Object.assign(
  <Name extends string, const Filter extends AnyFilter = Readonly<Record<never, never>>>(
    name: Name,
    filter?: Filter,
  ): TopicSource<Name, Filter> => ({ kind: "topic", name, ...(filter === undefined ? {} : { filter }) }),
  {
    publish: <Name extends string>(name: Name): TopicUse<Name> => ({ kind: "topic", name, actions: ["Publish"] }),
  },
);

/** What an operation or consumer puts on a data stream of the service; as a call, `dataStream("votes")`, where a consumer takes its records from. */
export const dataStream = Object.assign(
  <Name extends string>(name: Name): DataStreamSource<Name> => ({ kind: "dataStream", name }),
  {
    put: <Name extends string>(name: Name): DataStreamUse<Name> => ({
      kind: "dataStream",
      name,
      actions: ["PutRecords"],
    }),
  },
);

/** How the body of a message is given to a handler: parsed, or as it came. */
export type QueueBody = "json" | "text";

/** Messages of a queue of the service. */
export interface QueueSource<Name extends string = string, Body extends QueueBody = QueueBody> {
  readonly kind: "queue";
  readonly name: Name;
  /** JSON when absent. */
  readonly body?: Body;
}

/** Messages of a topic of the service that pass the filter, in a queue of the consumer's own. */
export interface TopicSource<Name extends string = string, Filter = AnyFilter> {
  readonly kind: "topic";
  readonly name: Name;
  readonly filter?: Filter;
}

/** Records of a data stream of the service, each shard's in order. */
export interface DataStreamSource<Name extends string = string> {
  readonly kind: "dataStream";
  readonly name: Name;
}

export type ChangeKind = "INSERT" | "MODIFY" | "REMOVE";

/** Changes of a table's items, each item's in order. */
export interface StreamSource<Name extends string = string> {
  readonly kind: "stream";
  readonly name: Name;
  /** Those that are wanted; Lambda drops the others before they cost an invocation. All when absent. */
  readonly changes?: readonly ChangeKind[];
}

/** Changes of a table that has `stream: true`: `stream("orders", "INSERT")`. */
export function stream<Name extends string>(name: Name, ...changes: readonly ChangeKind[]): StreamSource<Name> {
  return { kind: "stream", name, ...(changes.length > 0 ? { changes } : {}) };
}

/** Events of other services, or of its own, that the service subscribes to. */
export interface SubscriptionSource<Name extends string = string> {
  readonly kind: "subscription";
  readonly name: Name;
}

/** Events of a subscription that `events.subscribes` names: `subscription("reserveStock")`. */
export function subscription<Name extends string>(name: Name): SubscriptionSource<Name> {
  return { kind: "subscription", name };
}

/** When something happens again and again (EventBridge User Guide, "Setting a schedule pattern for scheduled rules"): cron has six fields, in UTC. */
export type Schedule =
  | "rate(1 minute)"
  | "rate(1 hour)"
  | "rate(1 day)"
  | `rate(${number} ${"minutes" | "hours" | "days"})`
  | `cron(${string})`;

/** The hours and minutes of a schedule, which is its name: one consumer is called when they come. */
export interface ScheduleSource<When extends Schedule = Schedule> {
  readonly kind: "schedule";
  readonly name: When;
}

/** Time and again: `schedule("rate(1 minute)")`. */
export function schedule<const When extends Schedule>(when: When): ScheduleSource<When> {
  return { kind: "schedule", name: when };
}

/** Any actions on a table: `uses("orders", "GetItem", "Query")`. */
export function uses<Name extends string, const Action extends ItemAction>(
  name: Name,
  ...actions: readonly Action[]
): TableUse<Name, Action> {
  return { kind: "table", name, actions };
}
