import type {
  allEvents,
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
} from "../../uses/use";
import type * as buckets from "./bucket";
import type { BusAccess } from "./bus";
import type * as databases from "./database";
import type { DataStreamAccess } from "./data-stream";
import type { DeliveryStreamAccess } from "./delivery-stream";
import type { EmailAccess } from "./email";
import type * as queues from "./queue";
import type * as secrets from "./secret";
import type * as stateMachines from "./state-machine";
import type * as tables from "./table";
import type { TopicAccess } from "./topic";

/** What an action's function returns: its methods. */
type Methods<Functions, Action> = Action extends keyof Functions
  ? Functions[Action] extends (...parameters: never[]) => infer Given
    ? Given
    : never
  : never;

/** Methods of every action in the union. */
type All<Union> = (Union extends unknown ? (methods: Union) => void : never) extends (methods: infer Every) => void
  ? Every
  : never;

type ActionsOn<Uses, Name> = Uses extends { readonly name: Name; readonly actions: readonly (infer Action)[] }
  ? Action
  : never;
type Named<Uses> = Uses extends { readonly name: infer Name extends string } ? Name : never;

/** A table as far as the actions on it are declared. */
export type TableAccess<Action> = All<Methods<typeof tables, Action>>;
export type QueueAccess<Action> = All<Methods<typeof queues, Action>>;
export type BucketAccess<Action> = All<Methods<typeof buckets, Action>>;
export type StateMachineAccess<Action> = All<Methods<typeof stateMachines, Action>>;
export type SecretAccess<Action> = All<Methods<typeof secrets, Action>>;
export type DatabaseAccess<Action> = All<Methods<typeof databases, Action>>;

/** The events that are declared, of those that the service publishes. */
type EventsIn<Uses, Published> =
  typeof allEvents extends ActionsOn<Uses, "central">
    ? Published
    : Pick<Published, Extract<keyof Published, ActionsOn<Uses, "central">>>;

/** What is given where there is a use of it. */
type If<Uses, Given> = [Uses] extends [never] ? unknown : Given;

/**
 * What a handler is given: what it declares, and nothing else. There is a `bus` for a handler that publishes, `secrets` for one that reads any, an
 * `email` for one that sends mails, `deliveryStreams` for one that delivers, `databases` for one that uses any, `stateMachines` for one that starts
 * them, `topics` for one that publishes on any, and `dataStreams` for one that puts
 * records on any.
 *
 * @typeParam Published the service's events: `OrderPurchased.v1` → its data
 * @typeParam Streams the service's delivery streams: name → its records
 * @typeParam Topics the service's topics: name → its messages
 */
export type Access<Uses, Published = unknown, Streams = unknown, Topics = unknown> = {
  readonly tables: {
    readonly [Name in Named<Extract<Uses, TableUse>>]: TableAccess<ActionsOn<Extract<Uses, TableUse>, Name>>;
  };
  readonly queues: {
    readonly [Name in Named<Extract<Uses, QueueUse>>]: QueueAccess<ActionsOn<Extract<Uses, QueueUse>, Name>>;
  };
  readonly buckets: {
    readonly [Name in Named<Extract<Uses, BucketUse>>]: BucketAccess<ActionsOn<Extract<Uses, BucketUse>, Name>>;
  };
} & If<
  Extract<Uses, DatabaseUse>,
  {
    readonly databases: {
      readonly [Name in Named<Extract<Uses, DatabaseUse>>]: DatabaseAccess<ActionsOn<Extract<Uses, DatabaseUse>, Name>>;
    };
  }
> &
  If<
    Extract<Uses, SecretUse>,
    {
      readonly secrets: {
        readonly [Name in Named<Extract<Uses, SecretUse>>]: SecretAccess<ActionsOn<Extract<Uses, SecretUse>, Name>>;
      };
    }
  > &
  If<Extract<Uses, BusUse>, { readonly bus: BusAccess<EventsIn<Extract<Uses, BusUse>, Published>> }> &
  If<Extract<Uses, EmailUse>, { readonly email: EmailAccess }> &
  If<
    Extract<Uses, StateMachineUse>,
    {
      readonly stateMachines: {
        readonly [Name in Named<Extract<Uses, StateMachineUse>>]: StateMachineAccess<
          ActionsOn<Extract<Uses, StateMachineUse>, Name>
        >;
      };
    }
  > &
  If<
    Extract<Uses, DeliveryStreamUse>,
    {
      readonly deliveryStreams: {
        readonly [Name in Named<Extract<Uses, DeliveryStreamUse>>]: DeliveryStreamAccess<
          Name extends keyof Streams ? Streams[Name] : unknown
        >;
      };
    }
  > &
  If<
    Extract<Uses, DataStreamUse>,
    { readonly dataStreams: { readonly [Name in Named<Extract<Uses, DataStreamUse>>]: DataStreamAccess } }
  > &
  If<
    Extract<Uses, TopicUse>,
    {
      readonly topics: {
        readonly [Name in Named<Extract<Uses, TopicUse>>]: TopicAccess<
          Name extends keyof Topics ? Topics[Name] : unknown
        >;
      };
    }
  >;

/** What of a definition types a handler. */
interface Declares {
  readonly uses: readonly unknown[];
}

/** Access of one operation or consumer of a service: `AccessOf<typeof orders.operations, "getOrder">`. Where nothing is declared, to nothing. */
export type AccessOf<
  Declared,
  Id extends keyof Declared,
  Published = unknown,
  Streams = unknown,
  Topics = unknown,
> = Declared[Id] extends Declares ? Access<Declared[Id]["uses"][number], Published, Streams, Topics> : Access<never>;
