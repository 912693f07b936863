import type {
  BucketAction,
  DataStreamAction,
  DatabaseAction,
  DeliveryStreamAction,
  EmailAction,
  ItemAction,
  QueueAction,
  SecretAction,
  StateMachineAction,
  TopicAction,
} from "./actions";

/** What can be used, and the actions on it. */
export interface ActionsOf {
  readonly table: ItemAction;
  readonly queue: QueueAction;
  readonly bucket: BucketAction;
  readonly secret: SecretAction;
  readonly stateMachine: StateMachineAction;
  readonly database: DatabaseAction;
  /** Of the central event bus: the events that are put on it, as `events.publishes` names them, or `allEvents`. */
  readonly bus: string;
  /** Of the service's own address. */
  readonly email: EmailAction;
  readonly deliveryStream: DeliveryStreamAction;
  readonly topic: TopicAction;
  readonly dataStream: DataStreamAction;
}

/** Stands for every event that the service publishes. */
export const allEvents = "*";

export type UseKind = keyof ActionsOf;

/** One thing a function does to one resource of its service. Its role, its environment and what its handler is given follow from it. */
export interface Use<Kind extends UseKind = UseKind, Name extends string = string, Action extends string = string> {
  readonly kind: Kind;
  readonly name: Name;
  readonly actions: readonly Action[];
}

export type TableUse<Name extends string = string, Action extends ItemAction = ItemAction> = Use<"table", Name, Action>;
export type QueueUse<Name extends string = string, Action extends QueueAction = QueueAction> = Use<
  "queue",
  Name,
  Action
>;
export type BucketUse<Name extends string = string, Action extends BucketAction = BucketAction> = Use<
  "bucket",
  Name,
  Action
>;

export type SecretUse<Name extends string = string> = Use<"secret", Name, SecretAction>;

export type StateMachineUse<Name extends string = string> = Use<"stateMachine", Name, StateMachineAction>;

export type DatabaseUse<Name extends string = string, Action extends DatabaseAction = DatabaseAction> = Use<
  "database",
  Name,
  Action
>;

export type BusUse<Event extends string = string> = Use<"bus", "central", Event>;

/** @typeParam Name `own`, the service's address, as a definition says it; what is before the @ once its service is known (`usesOf`) */
export type EmailUse<Name extends string = string> = Use<"email", Name, EmailAction>;
export type DeliveryStreamUse<Name extends string = string> = Use<"deliveryStream", Name, DeliveryStreamAction>;

export type TopicUse<Name extends string = string> = Use<"topic", Name, TopicAction>;

export type DataStreamUse<Name extends string = string> = Use<"dataStream", Name, DataStreamAction>;

export type AnyUse =
  | TableUse
  | QueueUse
  | BucketUse
  | SecretUse
  | StateMachineUse
  | DatabaseUse
  | BusUse
  | EmailUse
  | DeliveryStreamUse
  | TopicUse
  | DataStreamUse;

/** What is used of each resource, each resource once, in the order of declaration; its actions sorted. */
export function merged(uses: readonly Use[]): readonly Use[] {
  const resources = new Map<string, Use>();
  for (const { kind, name, actions } of uses) {
    const known = resources.get(`${kind} ${name}`)?.actions ?? [];
    resources.set(`${kind} ${name}`, { kind, name, actions: [...new Set([...known, ...actions])].sort() });
  }
  return [...resources.values()];
}
