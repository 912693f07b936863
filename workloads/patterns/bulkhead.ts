import { queue } from "../uses/declare";
import type { AnyUse, QueueUse } from "../uses/use";
import type { QueueSource } from "../uses/declare";

/** What one class of tenants has to itself. */
export interface Compartment {
  /** Requests that are answered at once, at most. */
  readonly requests: number;
  /** Pieces of work that are under way at once, at most; 2 or more. */
  readonly workers: number;
}

/** What is done for every class alike. */
export interface BulkheadWork<Uses extends readonly AnyUse[]> {
  /** JMESPath of what makes two deliveries of the work the same one. */
  readonly key: string;
  readonly uses: Uses;
}

/** Of every class: a queue, the consumer `work<Class>` and the operation `submit<Class>`. */
export interface Bulkheads<Class extends string, Uses extends readonly AnyUse[]> {
  readonly queues: { readonly [Name in Class]: Readonly<Record<never, never>> };
  readonly consumers: {
    readonly [Name in Class as `work${Capitalize<Name>}`]: BulkheadWork<Uses> & {
      readonly from: QueueSource<Name, "json">;
      readonly concurrency: number;
    };
  };
  readonly operations: {
    readonly [Name in Class as `submit${Capitalize<Name>}`]: {
      readonly uses: readonly [QueueUse<Name, "SendMessage">];
      readonly concurrency: number;
    };
  };
}

/**
 * Classes of tenants that cannot take anything from each other: each has its own queue, and of Lambda's concurrency what is reserved for it alone, for
 * its requests and for its work. More than that it does not get either.
 */
export function bulkhead<const Class extends string, const Uses extends readonly AnyUse[]>(
  classes: Readonly<Record<Class, Compartment>>,
  work: BulkheadWork<Uses>,
): Bulkheads<Class, Uses> {
  const all = Object.entries<Compartment>(classes);
  const parts = {
    queues: Object.fromEntries(all.map(([name]) => [name, {}])),
    consumers: Object.fromEntries(
      all.map(([name, { workers }]) => [
        `work${capitalised(name)}`,
        { ...work, from: queue(name, "json"), concurrency: workers },
      ]),
    ),
    operations: Object.fromEntries(
      all.map(([name, { requests }]) => [
        `submit${capitalised(name)}`,
        { uses: [queue.send(name)], concurrency: requests },
      ]),
    ),
  };
  // The compiler does not follow names through entries.
  const typed: unknown = parts;
  return typed as Bulkheads<Class, Uses>;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
