import type { AccessOf } from "./access/access";
import type { Request } from "./read-request";
import type { Reply } from "./reply";
import type { Message } from "./sources/queue";
import type { Change } from "./sources/stream";

/**
 * The handler of one operation, typed by the service's definition: `OperationHandle<typeof orders, "getOrder", Parts>`.
 * It sees only requests that conform to the contract, so `Parts` says what it reads of one; of the service's resources it is
 * given those its operation declares.
 */
export type OperationHandle<
  Service extends { readonly operations: object },
  Id extends keyof Service["operations"],
  Parts = Request,
> = (request: Parts, access: AccessOf<Service["operations"], Id>) => Promise<Reply>;

type Consumed<Service, Id> = Service extends { readonly consumers: infer Consumers }
  ? Id extends keyof Consumers
    ? Consumers[Id]
    : never
  : never;

/**
 * The handler of one consumer: `ConsumerHandle<typeof orders, "confirmOrder", Confirmation>`. It is given one message whose
 * body is `Payload`, or one change of an item that is `Payload`. What it throws lets the record come again.
 */
export type ConsumerHandle<
  Service extends { readonly consumers: object },
  Id extends keyof Service["consumers"],
  Payload = unknown,
> = (
  given: Consumed<Service, Id> extends { readonly from: { readonly kind: "queue" } }
    ? Message<Payload>
    : Change<Payload>,
  access: AccessOf<Service["consumers"], Id>,
) => Promise<void>;
