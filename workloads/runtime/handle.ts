import type { StreamsOf } from "../delivery-streams/definition";
import type { PublishedBy, ReceivedBy } from "../events/definition";
import type { TopicsOf } from "../topics/definition";
import type { AccessOf } from "./access/access";
import type { Request } from "./read-request";
import type { Reply } from "./reply";
import type { Message } from "./sources/queue";
import type { Tick } from "./sources/schedule";
import type { Change } from "./sources/stream";
import type { ReceivedEvent } from "./sources/subscription";
import type { DataRecord } from "./take-records";

/** What a function of a service is given. @typeParam Declared the operations, consumers, … that the function is one of */
export type AccessIn<Service, Declared, Id extends keyof Declared> = AccessOf<
  Declared,
  Id,
  PublishedBy<Service>,
  StreamsOf<Service>,
  TopicsOf<Service>
>;

/**
 * The handler of one operation, typed by the service's definition: `OperationHandle<typeof orders, "getOrder", Parts>`.
 * It sees only requests that conform to the contract, so `Parts` says what it reads of one; of the service's resources it is
 * given those its operation declares.
 */
export type OperationHandle<
  Service extends { readonly operations: object },
  Id extends keyof Service["operations"],
  Parts = Request,
> = (request: Parts, access: AccessIn<Service, Service["operations"], Id>) => Promise<Reply>;

/** Tasks and offers of a service. */
type Called<Service> = (Service extends { readonly tasks: infer Tasks } ? Tasks : unknown) &
  (Service extends { readonly offers: infer Offers } ? Offers : unknown);

/**
 * The handler of a task or an offer: `TaskHandle<typeof payments, "takePayment", Order, Payment>`. It is given what the state machine selects, and
 * may be called again after it had its effect. It throws a `Refusal` for what trying again does not change.
 */
export type TaskHandle<Service, Id extends keyof Called<Service>, Input = unknown, Output = void> = (
  input: Input,
  access: AccessIn<Service, Called<Service>, Id>,
) => Promise<Output>;

type Consumed<Service, Id> = Service extends { readonly consumers: infer Consumers }
  ? Id extends keyof Consumers
    ? Consumers[Id]
    : never
  : never;

/** Each event as a handler gets it. @typeParam Events name → data */
type EachOf<Events> = { readonly [Name in keyof Events & string]: ReceivedEvent<Name, Events[Name]> }[keyof Events &
  string];

type GivenFrom<Service, Consumer, Payload> = Consumer extends {
  readonly from: { readonly kind: infer Kind; readonly name: infer Name; readonly body?: infer Body };
}
  ? Kind extends "subscription"
    ? EachOf<ReceivedBy<Service, Name>>
    : Kind extends "queue" | "topic"
      ? Message<[Body] extends ["text"] ? string : Payload>
      : Kind extends "dataStream"
        ? readonly DataRecord<Payload>[]
        : Kind extends "schedule"
          ? Tick
          : Change<Payload>
  : never;

/**
 * The handler of one consumer: `ConsumerHandle<typeof orders, "confirmOrder", Confirmation>`. It is given one message whose
 * body is `Payload`, one change of an item that is `Payload`, many records of a data stream whose data are `Payload`, a time of its schedule, or one event of its subscription, which the definition types. What it
 * throws lets the record come again.
 */
export type ConsumerHandle<
  Service extends { readonly consumers: object },
  Id extends keyof Service["consumers"],
  Payload = unknown,
> = (
  given: GivenFrom<Service, Consumed<Service, Id>, Payload>,
  access: AccessIn<Service, Service["consumers"], Id>,
) => Promise<void>;
