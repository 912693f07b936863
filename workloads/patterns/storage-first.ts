import { queue, type QueueSource } from "../uses/declare";
import type { AnyUse } from "../uses/use";
import { named } from "./named";

/** An operation whose requests are stored before anybody works on them. */
export interface StorageFirst<Operation extends string, Consumer extends string, Uses extends AnyUse> {
  /** Of the contract: answered as soon as its body is in the queue of that name, with no function between. */
  readonly operation: Operation;
  /** What works on the bodies, whenever it can. */
  readonly consumer: Consumer;
  /** JMESPath, in the message, of what makes two requests the same one: `body.readingId`. */
  readonly key: string;
  readonly uses: readonly Uses[];
  readonly concurrency?: number;
}

/** Parts of a definition. */
export interface StoredFirst<Operation extends string, Consumer extends string, Uses extends AnyUse> {
  readonly api: { readonly edgeValidation: true; readonly sendTo: { readonly [Name in Operation]: Operation } };
  readonly queues: { readonly [Name in Operation]: Readonly<Record<never, never>> };
  readonly consumers: { readonly [Name in Consumer]: Taking<Operation, Uses> };
}

interface Taking<Operation extends string, Uses extends AnyUse> {
  readonly from: QueueSource<Operation, "json">;
  readonly key: string;
  readonly uses: readonly Uses[];
  readonly concurrency?: number;
}

/**
 * Requests are stored in a queue and answered at once: they are taken while what works on them is down, and worked on when it is back. API Gateway
 * refuses bodies that do not conform to the contract, for nobody could tell the client later.
 */
export function storageFirst<
  const Operation extends string,
  const Consumer extends string,
  const Uses extends AnyUse = never,
>(wanted: StorageFirst<Operation, Consumer, Uses>): StoredFirst<Operation, Consumer, Uses> {
  const { operation, consumer, key, uses, concurrency } = wanted;
  const taken: Taking<Operation, Uses> = {
    from: queue(operation, "json"),
    key,
    uses,
    ...(concurrency === undefined ? {} : { concurrency }),
  };
  return {
    api: { edgeValidation: true, sendTo: named(operation, operation) },
    queues: named(operation, {}),
    consumers: named(consumer, taken),
  };
}
